"""The differences of two texts as tracked changes in the file of the first, proved before it is given."""
