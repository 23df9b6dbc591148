"""What is costly to make is kept between runs in the person's cache folder; losing it costs time, nothing else."""
