"""What each chart shows, made of what the history holds: values and words, nothing drawn."""
