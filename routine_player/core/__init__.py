"""What the product is about, in values and pure functions: no clock, no disk, no Qt."""
