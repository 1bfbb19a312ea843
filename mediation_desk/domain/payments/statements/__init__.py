"""Banks' statements: their columns, their lines, and what is owed that a line may have paid."""
