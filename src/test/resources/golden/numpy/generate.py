"""Writes sequences.csv: what NumPy's legacy generator gives after np.random.seed(seed)."""
import numpy as np

with open("sequences.csv", "w") as out:
    out.write("seed,call,values\n")
    for seed in (0, 1, 42, 4294967295):
        np.random.seed(seed)
        out.write(f"{seed},rand,{' '.join(float(x).hex() for x in np.random.rand(1000)[::37])}\n")
        np.random.seed(seed)
        out.write(f"{seed},randn,{' '.join(repr(float(x)) for x in np.random.randn(1501)[::37])}\n")
        for bound in (1, 2, 3, 10, 1000):
            np.random.seed(seed)
            out.write(f"{seed},choice {bound},{' '.join(str(x) for x in np.random.choice(bound, 40))}\n")
        np.random.seed(seed)
        mixed = [np.random.randn(), np.random.rand(), np.random.choice(3), np.random.randn(), np.random.randn()]
        out.write(f"{seed},mixed,{' '.join(repr(float(x)) for x in mixed)}\n")

# orders.csv: orders, and choices that are not equally likely.
with open("orders.csv", "w") as out:
    out.write("seed,call,values\n")
    for seed in (0, 1, 42, 4294967295):
        for size in (1, 2, 10, 208):
            np.random.seed(seed)
            out.write(f"{seed},permutation {size},{' '.join(str(x) for x in np.random.permutation(size))}\n")
        np.random.seed(seed)
        chosen = np.random.choice(4, 60, p=[0.5, 0.0, 0.125, 0.375])
        out.write(f"{seed},choice p,{' '.join(str(x) for x in chosen)}\n")
