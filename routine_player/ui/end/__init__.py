"""Parts of the page after a session."""
