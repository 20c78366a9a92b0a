"""The kinds of arrays that pictures are made of."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Single: TypeAlias = NDArray[np.floating[Any]]
"""Numbers kept in single precision, for speed; sums with plain numbers have no narrower type."""

Double: TypeAlias = NDArray[np.float64]
Bytes: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.integer[Any]]
