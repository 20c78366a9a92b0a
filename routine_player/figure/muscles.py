"""The names of the muscles that a figure can show at work."""

from typing import Final

MUSCLES: Final = (
    *("gluteus maximus", "gluteus medius", "gluteus minimus", "piriformis"),
    *("iliopsoas", "rectus femoris", "tensor fasciae latae"),
    *("quadriceps", "hamstrings", "adductors", "gastrocnemius", "soleus", "tibialis anterior"),
    *("rectus abdominis", "obliques", "transversus abdominis", "diaphragm"),
    *("erector spinae", "multifidus", "quadratus lumborum"),
    *("latissimus dorsi", "trapezius", "rhomboids", "serratus anterior"),
    *("deltoids", "rotator cuff", "pectoralis major"),
)
"""Every muscle, without a side."""
