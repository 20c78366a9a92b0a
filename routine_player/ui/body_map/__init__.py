"""What the body map is made of: its pictures, its spots, and the ways among them."""
