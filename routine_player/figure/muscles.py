"""The names of the muscles that a figure can show at work."""

from typing import Final

MUSCLES: Final = (
    *("gluteus maximus", "gluteus medius", "gluteus minimus", "piriformis"),
    *("hip external rotators", "iliopsoas", "hip flexors", "rectus femoris"),
    *("tensor fasciae latae", "iliotibial band"),
    *("quadriceps", "hamstrings", "adductors"),
    *("gastrocnemius", "soleus", "calves", "tibialis anterior", "peroneals", "plantar fascia"),
    *("rectus abdominis", "obliques", "transversus abdominis", "diaphragm"),
    *("erector spinae", "thoracic extensors", "multifidus", "quadratus lumborum"),
    *("latissimus dorsi", "trapezius", "rhomboids", "serratus anterior"),
    *("deltoids", "rotator cuff", "pectoralis major", "biceps", "triceps", "forearm"),
    *("neck extensors", "neck flexors"),
)
"""Every muscle or band of tissue, without a side."""
