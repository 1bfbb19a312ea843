"""The file of a case: listed, bound, put into the archive, taken out as a folder or a zip."""
