"""The one door to the plotting library: it is loaded with this module, and set up here alone.

It takes the Qt that is loaded already, which is the window's. Only what draws a chart may import
this module, and only when a chart is first asked for: it brings numpy with it.
"""

import pyqtgraph as pg

# Nothing of the graphics card: what is drawn is the same everywhere, and can be saved as it is
# seen. What it does at exit is for scripts without a window that cleans up after itself.
pg.setConfigOptions(useOpenGL=False, antialias=True, exitCleanup=False)

__all__ = ["pg"]
