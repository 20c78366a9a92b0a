"""The moving figure: sheets of frames, and painting them on a stage."""
