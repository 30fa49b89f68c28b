"""Random walks through the whole circle of work: what is walked in, what is done, what must hold after each act."""
