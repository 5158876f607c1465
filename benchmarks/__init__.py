"""What the README quotes: ratios from one run, beside a bare reference in the same run."""
