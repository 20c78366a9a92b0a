"""What the charts show: plain series made of runs, ratings, sessions and days."""
