"""Writes real.csv, complex.csv and cuts.csv. Needs mpmath 1.3.0 (real, complex) and CPython's cmath (cuts)."""
import cmath
from mpmath import mp, mpf, mpc

mp.dps = 60
log2 = lambda x: mp.log(x) / mp.log(2)
ALL = ["-1e10", "-700", "-30.25", "-3.5", "-1", "-0.75", "-0.001", "-1e-12", "1e-300", "1e-12", "0.001", "0.5", "0.75",
       "1", "1.0000001", "1.5", "2", "3.5", "10", "30.25", "700", "12345.678", "1e10", "1e300"]
REAL = {
    "exp": (mp.exp, lambda x: abs(x) <= 700), "log": (mp.log, lambda x: x > 0), "log2": (log2, lambda x: x > 0),
    "log10": (mp.log10, lambda x: x > 0), "sin": (mp.sin, lambda x: True), "cos": (mp.cos, lambda x: True),
    "tan": (mp.tan, lambda x: True), "asin": (mp.asin, lambda x: abs(x) < 1), "acos": (mp.acos, lambda x: abs(x) < 1),
    "atan": (mp.atan, lambda x: True), "sinh": (mp.sinh, lambda x: abs(x) <= 700),
    "cosh": (mp.cosh, lambda x: abs(x) <= 700), "tanh": (mp.tanh, lambda x: True),
    "asinh": (mp.asinh, lambda x: True), "acosh": (mp.acosh, lambda x: x > 1), "atanh": (mp.atanh, lambda x: abs(x) < 1),
    "sqrt": (mp.sqrt, lambda x: x > 0),
}
SLOPE = {
    "exp": mp.exp, "log": lambda x: 1 / x, "log2": lambda x: 1 / (x * mp.log(2)), "log10": lambda x: 1 / (x * mp.log(10)),
    "sin": mp.cos, "cos": lambda x: -mp.sin(x), "tan": lambda x: mp.sec(x) ** 2,
    "asin": lambda x: 1 / mp.sqrt(1 - x * x), "acos": lambda x: -1 / mp.sqrt(1 - x * x), "atan": lambda x: 1 / (1 + x * x),
    "sinh": mp.cosh, "cosh": mp.sinh, "tanh": lambda x: mp.sech(x) ** 2, "asinh": lambda x: 1 / mp.sqrt(1 + x * x),
    "acosh": lambda x: 1 / mp.sqrt(x * x - 1), "atanh": lambda x: 1 / (1 - x * x), "sqrt": lambda x: 1 / (2 * mp.sqrt(x)),
}
with mp.workdps(700), open("real.csv", "w") as out:
    out.write("# function,argument (the nearest double),value,derivative\n")
    for name, (f, inside) in REAL.items():
        for text in ALL:
            x = mpf(float(text))
            if inside(x):
                out.write("%s,%s,%s,%s\n" % (name, text, mp.nstr(f(x), 20), mp.nstr(SLOPE[name](x), 20)))
POINTS = [(0.5, 0.25), (-0.5, 0.25), (0.5, -0.25), (2.5, 1.5), (-2.5, 1.5), (2.5, -1.5), (-2.5, -1.5), (1e-9, 2e-9),
          (0.0, 0.5), (0.25, 3.0), (12.0, 0.125), (1.0, 1e-9), (-3.0, 14.0)]
with mp.workdps(60), open("complex.csv", "w") as out:
    out.write("# function,re,im,re of the value,im of the value\n")
    for name, (f, _) in REAL.items():
        for re, im in POINTS:
            w = f(mpc(re, im))
            out.write("%s,%r,%r,%s,%s\n" % (name, re, im, mp.nstr(w.real, 20), mp.nstr(w.imag, 20)))
with open("cuts.csv", "w") as out:
    out.write("# function,re,im (signed zero on a branch cut),re of the value,im of the value\n")
    for name in ["sqrt", "log", "asin", "acos", "acosh", "atanh"]:
        for re in [-2.5, 2.5]:
            for im in [0.0, -0.0]:
                w = getattr(cmath, name)(complex(re, im))
                out.write("%s,%r,%r,%r,%r\n" % (name, re, im, w.real, w.imag))
    for name in ["asinh", "atan"]:
        for im in [-2.5, 2.5]:
            for re in [0.0, -0.0]:
                w = getattr(cmath, name)(complex(re, im))
                out.write("%s,%r,%r,%r,%r\n" % (name, re, im, w.real, w.imag))
