"""Making and weighing the counts of what adopted texts write."""
