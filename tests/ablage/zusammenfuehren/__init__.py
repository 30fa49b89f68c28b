"""Three-way merge of data files."""
