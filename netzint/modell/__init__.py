"""What is: the models of the data and the immutable snapshot of everything."""
