"""netzint: committee work of the Netzwerk Integration Baden-Württemberg over a Git repository of YAML files."""

__version__ = "0.1.0"
