"""The body as one mesh: tubes along the limbs and the spine, and what is painted on them."""
