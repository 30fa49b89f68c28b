"""Lets ``python -m netzint`` do what ``netzint`` does."""

from netzint.cli.start import main

if __name__ == "__main__":
    main()
