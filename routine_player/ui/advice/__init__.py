"""Parts of the page on whom to see, and the question that leads there."""
