"""How fast netzint is: a generator of large repositories and a benchmark that compares within one run."""
