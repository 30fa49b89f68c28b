"""The page: the state of the network as one self-contained HTML file, with pictures of its own and no script."""
