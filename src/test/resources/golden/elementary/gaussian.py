"""Writes gaussian.csv. Needs mpmath 1.3.0."""
from mpmath import mp, mpf

mp.dps = 60
WIDE = ["-27", "-6", "-3.5", "-1.5", "-0.75", "-0.5", "-0.001", "-1e-12", "1e-300", "1e-12", "0.001", "0.25", "0.46875",
        "0.5", "0.5000001", "0.75", "1", "1.5", "2", "3.5", "5", "5.999", "6", "8", "10", "15.25", "20", "25.7", "26.5"]
FAR = WIDE + ["30.25", "37.5"]
PARTS = ["1e-300", "1e-100", "1e-12", "0.001", "0.1", "0.2", "0.25", "0.3", "0.4999", "0.5000001", "0.75", "0.9", "0.999"]
Q = lambda x: mp.erfc(x / mp.sqrt(2)) / 2
density = lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
bell = lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x)


def Qinv(p):
    start = mp.sqrt(-2 * mp.log(min(p, 1 - p)))
    x = start if p < 0.5 else -start
    for _ in range(12):
        x = x + (mp.log(Q(x)) - mp.log(p)) * Q(x) / density(x) if p < 0.5 else x + (Q(x) - p) / density(x)
    return x


sinc = lambda x: mp.sin(mp.pi * x) / (mp.pi * x)
TABLE = {
    "erf": (mp.erf, bell, WIDE), "erfc": (mp.erfc, lambda x: -bell(x), WIDE), "Q": (Q, lambda x: -density(x), FAR),
    "Qinv": (Qinv, lambda p: -1 / density(Qinv(p)), PARTS),
    "sinc": (sinc, lambda x: (mp.cos(mp.pi * x) - sinc(x)) / x,
             ["-12345.678", "-3.5", "-0.75", "-1e-12", "1e-300", "1e-12", "0.001", "0.25", "0.4774", "0.4775", "0.5", "0.6",
              "0.75", "0.999999", "1", "1.25", "2.0000001", "7.5", "123.456"]),
    "ln": (mp.log, lambda x: 1 / x, ["1e-300", "0.5", "1", "1.0000001", "2", "1e300"]),
}
with mp.workdps(700), open("gaussian.csv", "w") as out:
    out.write("# function,argument (the nearest double),value,derivative\n")
    for name, (f, slope, arguments) in TABLE.items():
        for text in arguments:
            x = mpf(float(text))
            out.write("%s,%s,%s,%s\n" % (name, text, mp.nstr(f(x), 40), mp.nstr(slope(x), 40)))
