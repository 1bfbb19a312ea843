"""The file of a case: what lies in it, what it lacks, where it is kept, and how it is taken out."""
