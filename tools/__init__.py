"""What makes a release and checks it; nothing of this is installed with the program."""
