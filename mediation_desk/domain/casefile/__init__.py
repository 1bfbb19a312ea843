"""The file of a case: what lies in it, what it lacks, and where it is kept."""
