"""Writes optima.csv, roots.csv and integrals.csv. Needs mpmath 1.3.0 (and nothing of Ansatz)."""
from mpmath import mp, mpf, sqrt, sin, cos, tan, exp, log, pi, e, atan, asinh, asin, acosh, gamma, besselj, erf, erfc, ci, si, cot, cosh, sinh
import mpmath

mp.dps = 50
third = mpf(1) / 3


def text(x):
    return mp.nstr(x, 30, min_fixed=-10, max_fixed=30)


# Minima. Each: name, formula of the language, domain, the function in mpmath, about where a minimum is known to be, source.
# With "at" the place is exact (the minimum is not smooth, or lies on the boundary); else Newton's method on the gradient.
def refined(f, start):
    if len(start) == 1:
        return [mp.findroot(lambda x: mp.diff(f, x), (start[0], mpf(start[0]) + mpf(10)**-13))]
    g = lambda x, y: [mp.diff(f, (x, y), (1, 0)), mp.diff(f, (x, y), (0, 1))]
    return list(mp.findroot(g, start, tol=1e-60))


S = lambda n, f: mp.fsum(f(mpf(k)) for k in range(1, n + 1))
GAVANA = "Gavana 2013"
own = "own"
SS = "Surjanovic and Bingham"
JY = "Jamil and Yang 2013"
OPTIMA = [
    ("problem 02", "sin(x) + sin(10*x/3)", "x in 2.7..7.5", lambda x: sin(x) + sin(10 * x / 3), [5.145735], 0, GAVANA),
    ("problem 03", "-sum(k*sin((k + 1)*x + k) for k in 1:5)", "x in -10..10", lambda x: -S(5, lambda k: k * sin((k + 1) * x + k)), [-6.7745761], 0, GAVANA),
    ("problem 04", "-(16*x^2 - 24*x + 5)*exp(-x)", "x in 1.9..3.9", lambda x: -(16 * x**2 - 24 * x + 5) * exp(-x), [2.868034], 0, GAVANA),
    ("problem 05", "-(1.4 - 3*x)*sin(18*x)", "x in 0..1.2", lambda x: -(mpf("1.4") - 3 * x) * sin(18 * x), [0.96609], 0, GAVANA),
    ("problem 06", "-(x + sin(x))*exp(-x^2)", "x in -10..10", lambda x: -(x + sin(x)) * exp(-x**2), [0.67956], 0, GAVANA),
    ("problem 07", "sin(x) + sin(10*x/3) + log(x) - 0.84*x + 3", "x in 2.7..7.5", lambda x: sin(x) + sin(10 * x / 3) + log(x) - mpf("0.84") * x + 3, [5.19978], 0, GAVANA),
    ("problem 08", "-sum(k*cos((k + 1)*x + k) for k in 1:5)", "x in -10..10", lambda x: -S(5, lambda k: k * cos((k + 1) * x + k)), [-7.083506], 0, GAVANA),
    ("problem 09", "sin(x) + sin(2*x/3)", "x in 3.1..20.4", lambda x: sin(x) + sin(2 * x / 3), [17.039], 0, GAVANA),
    ("problem 10", "-x*sin(x)", "x in 0..10", lambda x: -x * sin(x), [7.9787], 0, GAVANA),
    ("problem 11", "2*cos(x) + cos(2*x)", "x in -pi/2..2*pi", lambda x: 2 * cos(x) + cos(2 * x), [2.09439], 0, GAVANA),
    ("problem 12", "sin(x)^3 + cos(x)^3", "x in 0..2*pi", lambda x: sin(x)**3 + cos(x)**3, [pi], 1, GAVANA),
    ("problem 13", "-x^(2/3) - (1 - x^2)^(1/3)", "x in 0.001..0.99", lambda x: -x**(2 * third) - (1 - x**2)**third, [0.707], 0, GAVANA),
    ("problem 14", "-exp(-x)*sin(2*pi*x)", "x in 0..4", lambda x: -exp(-x) * sin(2 * pi * x), [0.224885], 0, GAVANA),
    ("problem 15", "(x^2 - 5*x + 6)/(x^2 + 1)", "x in -5..5", lambda x: (x**2 - 5 * x + 6) / (x**2 + 1), [2.41422], 0, GAVANA),
    ("problem 18", "if(x <= 3, (x - 2)^2, 2*log(x - 2) + 1)", "x in 0..6", lambda x: (x - 2)**2, [2], 1, GAVANA),
    ("problem 20", "-(x - sin(x))*exp(-x^2)", "x in -10..10", lambda x: -(x - sin(x)) * exp(-x**2), [1.195137], 0, GAVANA),
    ("problem 21", "x*sin(x) + x*cos(2*x)", "x in 0..10", lambda x: x * sin(x) + x * cos(2 * x), [4.79507], 0, GAVANA),
    ("problem 22", "exp(-3*x) - sin(x)^3", "x in 0..20", lambda x: exp(-3 * x) - sin(x)**3, [9 * pi / 2], 0, GAVANA),
    ("Gramacy and Lee", "sin(10*pi*x)/(2*x) + (x - 1)^4", "x in 0.5..2.5", lambda x: sin(10 * pi * x) / (2 * x) + (x - 1)**4, [0.548563], 0, SS),
    ("Forrester", "(6*x - 2)^2*sin(12*x - 4)", "x in 0..1", lambda x: (6 * x - 2)**2 * sin(12 * x - 4), [0.757249], 0, SS),
    ("a narrow peak", "-exp(-((x - 0.3)/1e-5)^2) - 0.5*exp(-(x - 0.7)^2)", "x in 0..1", lambda x: -exp(-((x - mpf("0.3")) / mpf("1e-5"))**2) - exp(-(x - mpf("0.7"))**2) / 2, [mpf("0.300000000017")], 0, "own"),
    ("six-hump camel", "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2", "x in -3..3, y in -2..2", lambda x, y: (4 - mpf("2.1") * x**2 + x**4 / 3) * x**2 + x * y + (-4 + 4 * y**2) * y**2, [0.0898, -0.7126], 0, SS),
    ("three-hump camel", "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2", "x in -5..5, y in -5..5", lambda x, y: 2 * x**2 - mpf("1.05") * x**4 + x**6 / 6 + x * y + y**2, [0, 0], 1, SS),
    ("Branin", "(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10", "x in -5..10, y in 0..15", lambda x, y: (y - mpf("5.1") / (4 * pi**2) * x**2 + 5 / pi * x - 6)**2 + 10 * (1 - 1 / (8 * pi)) * cos(x) + 10, [pi, 2.275], 0, SS),
    ("Goldstein and Price", "(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))", "x in -2..2, y in -2..2", lambda x, y: (1 + (x + y + 1)**2 * (19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2)) * (30 + (2 * x - 3 * y)**2 * (18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2)), [0, -1], 1, SS),
    ("Rosenbrock", "100*(y - x^2)^2 + (1 - x)^2", "x in -5..10, y in -5..10", lambda x, y: 100 * (y - x**2)**2 + (1 - x)**2, [1, 1], 1, SS),
    ("Himmelblau", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "x in -5..5, y in -5..5", lambda x, y: (x**2 + y - 11)**2 + (x + y**2 - 7)**2, [3, 2], 1, JY),
    ("Beale", "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", "x in -4.5..4.5, y in -4.5..4.5", lambda x, y: (mpf("1.5") - x + x * y)**2 + (mpf("2.25") - x + x * y**2)**2 + (mpf("2.625") - x + x * y**3)**2, [3, 0.5], 1, SS),
    ("Booth", "(x + 2*y - 7)^2 + (2*x + y - 5)^2", "x in -10..10, y in -10..10", lambda x, y: (x + 2 * y - 7)**2 + (2 * x + y - 5)**2, [1, 3], 1, SS),
    ("Matyas", "0.26*(x^2 + y^2) - 0.48*x*y", "x in -10..10, y in -10..10", lambda x, y: mpf("0.26") * (x**2 + y**2) - mpf("0.48") * x * y, [0, 0], 1, SS),
    ("McCormick", "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1", "x in -1.5..4, y in -3..4", lambda x, y: sin(x + y) + (x - y)**2 - mpf("1.5") * x + mpf("2.5") * y + 1, [-0.54719, -1.54719], 0, SS),
    ("Rastrigin", "20 + x^2 + y^2 - 10*(cos(2*pi*x) + cos(2*pi*y))", "x in -5.12..5.12, y in -5.12..5.12", lambda x, y: 20 + x**2 + y**2 - 10 * (cos(2 * pi * x) + cos(2 * pi * y)), [0, 0], 1, SS),
    ("Ackley", "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + exp(1)", "x in -5..5, y in -5..5", lambda x, y: -20 * exp(-sqrt((x**2 + y**2) / 2) / 5) - exp((cos(2 * pi * x) + cos(2 * pi * y)) / 2) + 20 + e, [0, 0], 1, SS),
    ("Easom", "-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)", "x in -10..10, y in -10..10", lambda x, y: -cos(x) * cos(y) * exp(-(x - pi)**2 - (y - pi)**2), [pi, pi], 1, SS),
    ("Levy 13", "sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)", "x in -10..10, y in -10..10", lambda x, y: sin(3 * pi * x)**2 + (x - 1)**2 * (1 + sin(3 * pi * y)**2) + (y - 1)**2 * (1 + sin(2 * pi * y)**2), [1, 1], 1, SS),
    ("Styblinski and Tang", "(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2", "x in -5..5, y in -5..5", lambda x, y: (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y) / 2, [-2.903534, -2.903534], 0, SS),
    ("cross-in-tray", "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1", "x in -10..10, y in -10..10", lambda x, y: -mpf("0.0001") * (sin(x) * sin(y) * exp(100 - sqrt(x**2 + y**2) / pi) + 1)**mpf("0.1"), [1.3494, 1.3494], 0, SS),
    ("drop wave", "-(1 + cos(12*sqrt(x^2 + y^2)))/(0.5*(x^2 + y^2) + 2)", "x in -5.12..5.12, y in -5.12..5.12", lambda x, y: -(1 + cos(12 * sqrt(x**2 + y**2))) / ((x**2 + y**2) / 2 + 2), [0, 0], 1, SS),
    ("Bukin 6", "100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10)", "x in -15..-5, y in -3..3", lambda x, y: 100 * sqrt(abs(y - x**2 / 100)) + abs(x + 10) / 100, [-10, 1], 1, SS),
    ("Griewank", "(x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2)) + 1", "x in -50..50, y in -50..50", lambda x, y: (x**2 + y**2) / 4000 - cos(x) * cos(y / sqrt(2)) + 1, [0, 0], 1, SS),
    ("Michalewicz", "-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2*y^2/pi)^20", "x in 0..pi, y in 0..pi", lambda x, y: -sin(x) * sin(x**2 / pi)**20 - sin(y) * sin(2 * y**2 / pi)**20, [2.20, 1.57], 0, SS),
    ("Shubert", "sum(k*cos((k + 1)*x + k) for k in 1:5)*sum(k*cos((k + 1)*y + k) for k in 1:5)", "x in -10..10, y in -10..10", lambda x, y: S(5, lambda k: k * cos((k + 1) * x + k)) * S(5, lambda k: k * cos((k + 1) * y + k)), [-7.0835, 4.8580], 0, SS),
    ("Schwefel", "837.9657745448674 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))", "x in -500..500, y in -500..500", lambda x, y: mpf("837.9657745448674") - x * sin(sqrt(x)) - y * sin(sqrt(y)), [420.9687, 420.9687], 0, SS),
    ("the four of a hundred digits", "exp(sin(50*x)) + sin(60*exp(y)) + sin(70*sin(x)) + sin(sin(80*y)) - sin(10*(x + y)) + (x^2 + y^2)/4", "x in -1..1, y in -1..1", lambda x, y: exp(sin(50 * x)) + sin(60 * exp(y)) + sin(70 * sin(x)) + sin(sin(80 * y)) - sin(10 * (x + y)) + (x**2 + y**2) / 4, [-0.024403, 0.210612], 0, "Trefethen 2002"),
    ("eggholder", "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47)))", "x in -512..512, y in -512..512", None, None, 2, SS),
    ("Holder's table", "-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))", "x in -10..10, y in -10..10", lambda x, y: -abs(sin(x) * cos(y) * exp(abs(1 - sqrt(x**2 + y**2) / pi))), [8.05502, 9.66459], 0, SS),
    ("Schaffer 2", "0.5 + (sin(x^2 - y^2)^2 - 0.5)/(1 + 0.001*(x^2 + y^2))^2", "x in -10..10, y in -10..10", lambda x, y: mpf("0.5") + (sin(x**2 - y**2)**2 - mpf("0.5")) / (1 + (x**2 + y**2) / 1000)**2, [0, 0], 1, SS),
]
with open("optima.csv", "w") as out:
    out.write("# name;formula;domain;the smallest value;source\n")
    for name, formula, domain, f, start, exact, source in OPTIMA:
        if exact == 2:  # on the edge x = 512
            f = lambda y: -(y + 47) * sin(sqrt(256 + y + 47)) - 512 * sin(sqrt(512 - y - 47))
            start = [404.2319]
        at = [mpf(s) for s in start] if exact == 1 else refined(f, start)
        assert all(abs(a - mpf(s)) < 1e-2 * (1 + abs(a)) for a, s in zip(at, start)), (name, at)
        out.write(";".join([name, formula, domain, text(mp.chop(f(*at), tol=mpf(10)**-40)), source]) + "\n")

# Roots. Each: name, formula, from, to, all roots in order, source.
find = lambda f, x: mp.findroot(f, x)
APS = "Alefeld, Potra and Shi 1995"

ROOTS = [
    ("1", "sin(x) - x/2", "pi/2", "pi", [find(lambda x: sin(x) - x / 2, 1.9)], APS),
    ("2, first", "-2*sum((2*k - 5)^2/(x - k^2)^3 for k in 1:20)", "1.000000001", "3.999999999", [find(lambda x: S(20, lambda k: (2 * k - 5)**2 / (x - k**2)**3), 3.02)], APS),
    ("2, fourth", "-2*sum((2*k - 5)^2/(x - k^2)^3 for k in 1:20)", "16.000000001", "24.999999999", [find(lambda x: S(20, lambda k: (2 * k - 5)**2 / (x - k**2)**3), 19.676)], APS),
    ("3, -40", "-40*x*exp(-x)", "-9", "31", [mpf(0)], APS),
    ("3, -200", "-200*x*exp(-3*x)", "-9", "31", [mpf(0)], APS),
    ("4, n = 4", "x^4 - 0.2", "0", "5", [mpf("0.2")**mpf("0.25")], APS),
    ("4, n = 12", "x^12 - 1", "-0.95", "4.05", [mpf(1)], APS),
    ("5", "sin(x) - 0.5", "0", "1.5", [pi / 6], APS),
    ("6, n = 1", "2*x*exp(-1) - 2*exp(-x) + 1", "0", "1", [find(lambda x: 2 * x * exp(-1) - 2 * exp(-x) + 1, 0.42)], APS),
    ("6, n = 20", "2*x*exp(-20) - 2*exp(-20*x) + 1", "0", "1", [find(lambda x: 2 * x * exp(-20) - 2 * exp(-20 * x) + 1, 0.0346)], APS),
    ("7, n = 5", "(1 + (1 - 5)^2)*x - (1 - 5*x)^2", "0", "1", [find(lambda x: 17 * x - (1 - 5 * x)**2, 0.038)], APS),
    ("8, n = 10", "x^2 - (1 - x)^10", "0", "1", [find(lambda x: x**2 - (1 - x)**10, 0.16)], APS),
    ("9, n = 8", "(1 + (1 - 8)^4)*x - (1 - 8*x)^4", "0", "1", [find(lambda x: 2402 * x - (1 - 8 * x)**4, 0.0004)], APS),
    ("10, n = 5", "exp(-5*x)*(x - 1) + x^5", "0", "1", [find(lambda x: exp(-5 * x) * (x - 1) + x**5, 0.516)], APS),
    ("11, n = 15", "(15*x - 1)/(14*x)", "0.01", "1", [mpf(1) / 15], APS),
    ("12, n = 7", "x^(1/7) - 7^(1/7)", "1", "100", [mpf(7)], APS),
    ("13", "if(x == 0, 0, x*exp(-x^(-2)))", "-1", "4", [mpf(0)], APS),
    ("14, n = 3", "if(x >= 0, 3/20*(x/1.5 + sin(x) - 1), -3/20)", "-10000", "pi/2", [find(lambda x: x / mpf("1.5") + sin(x) - 1, 0.6)], APS),
    ("15, n = 20", "if(x > 0.002/21, exp(1) - 1.859, if(x >= 0, exp(21*x/2*1000) - 1.859, -0.859))", "-10000", "0.0001", [log(mpf("1.859")) * 2 / 21000], APS),
    ("Dekker and Bus, cubic", "x^3 - 2*x - 5", "0", "3", [find(lambda x: x**3 - 2 * x - 5, 2.09)], "Wallis 1685"),
    ("Kepler", "x - 0.9*sin(x) - 0.1", "0", "pi", [find(lambda x: x - mpf("0.9") * sin(x) - mpf("0.1"), 0.6)], "Danby 1988"),
    ("Lambert", "x*exp(x) - 1", "0", "1", [mp.lambertw(1)], "Corless and others 1996"),
    ("double", "(x - 1)^2", "0", "3", [mpf(1)] * 2, own),
    ("double, written out", "x^2 - 2*x + 1", "0", "3", [mpf(1)] * 2, own),
    ("triple", "(x - 1)^3", "0", "3", [mpf(1)] * 3, own),
    ("triple, written out", "x^3 - 3*x^2 + 3*x - 1", "0", "3", [mpf(1)] * 3, own),
    ("triple at no double", "(x - 1/3)^3", "0", "1", [third] * 3, own),
    ("fivefold", "(x - 1)^5", "-3", "2", [mpf(1)] * 5, "Dowell and Jarratt 1971"),
    ("ninefold", "x^9", "-1", "10", [mpf(0)] * 9, "Brent 1971"),
    ("nineteenfold", "x^19", "-1", "10", [mpf(0)] * 19, "Brent 1971"),
    ("double, transcendental", "(sin(x) - 1)^2", "1", "2", [pi / 2] * 2, own),
    ("tangent", "1 - cos(x)", "-1", "2", [mpf(0)] * 2, own),
    ("triple, transcendental", "x - sin(x)", "-1", "2", [mpf(0)] * 3, own),
    ("at the end of a domain", "sqrt(x - 1/3)", "0", "1", [third], own),
    ("infinite slope", "if(x < 1/3, -1, 1)*sqrt(abs(x - 1/3))", "0", "1", [third], own),
    ("cluster of two", "(x - 1)*(x - 1.000001)", "0", "3", [mpf(1), mpf("1.000001")], own),
    ("cluster of three", "(x - 1)*(x - 1.0001)*(x - 1.0002)", "0", "3", [mpf(1), mpf("1.0001"), mpf("1.0002")], own),
    ("double beside simple", "(x - 1)^2*(x - 1.001)", "0", "3", [mpf(1), mpf(1), mpf("1.001")], own),
    ("Wilkinson, ten", "prod((x - k) for k in 1:10)", "0.5", "10.5", [mpf(k) for k in range(1, 11)], "Wilkinson 1963"),
    ("Chebyshev, eight", "128*x^8 - 256*x^6 + 160*x^4 - 32*x^2 + 1", "-1", "1", [cos((2 * k - 1) * pi / 16) for k in range(8, 0, -1)], "Abramowitz and Stegun 22.3"),
    ("Legendre, five", "(63*x^5 - 70*x^3 + 15*x)/8", "-1", "1", [-sqrt(245 + 14 * sqrt(70)) / 21, -sqrt(245 - 14 * sqrt(70)) / 21, mpf(0), sqrt(245 - 14 * sqrt(70)) / 21, sqrt(245 + 14 * sqrt(70)) / 21], "Abramowitz and Stegun 25.4.30"),
    ("sine, many", "sin(20*x)", "0.01", "3", [k * pi / 20 for k in range(1, 20)], own),
    ("accumulating", "sin(1/x)", "0.02", "1", [1 / (k * pi) for k in range(15, 0, -1)], own),
    ("tangent and line", "tan(x) - x", "4", "11", [find(lambda x: tan(x) - x, s) for s in (4.4934, 7.7252, 10.9041)], "Abramowitz and Stegun 4.19"),
    ("cosh of a beam", "cos(x)*cosh(x) + 1", "0", "8", [find(lambda x: cos(x) * cosh(x) + 1, s) for s in (1.8751, 4.6941, 7.8548)], "Blevins 1979"),
]
with open("roots.csv", "w") as out:
    out.write("# name;formula;from;to;all roots, each as often as it is one;source\n")
    for name, formula, low, high, roots, source in ROOTS:
        out.write(";".join([name, formula, low, high, " ".join(text(mp.chop(mp.re(r), tol=mpf(10)**-40)) for r in roots), source]) + "\n")

# Integrals. Each: name, formula, from, to, value, source.
Q = "QUADPACK 1983"
K = "Kahaner 1971"
G = "Genz 1984"
quad = lambda f, points: mp.quad(f, points)
a = mpf(1) / 2
INTEGRALS = [
    ("power and logarithm, alpha = 0.5", "x^0.5*log(1/x)", "0", "1", (a + 1)**-2, Q),
    ("power and logarithm, alpha = -0.5", "x^(-0.5)*log(1/x)", "0", "1", (1 - a)**-2, Q),
    ("power and logarithm, alpha = 2.6", "x^2.6*log(1/x)", "0", "1", mpf("3.6")**-2, Q),
    ("peak, alpha = 5", "4^(-5)/((x - pi/4)^2 + 16^(-5))", "0", "1", atan((4 - pi) * mpf(4)**4) + atan(pi * mpf(4)**4), Q),
    ("peak, alpha = 12", "4^(-12)/((x - pi/4)^2 + 16^(-12))", "0", "1", atan((4 - pi) * mpf(4)**11) + atan(pi * mpf(4)**11), Q),
    ("cosine of a sine, alpha = 3", "cos(8*sin(x))", "0", "pi", pi * besselj(0, 8), Q),
    ("cosine of a sine, alpha = 8", "cos(256*sin(x))", "0", "pi", pi * besselj(0, 256), Q),
    ("kink or pole at 1/3, alpha = 0.5", "abs(x - 1/3)^0.5", "0", "1", ((2 * third)**(a + 1) + third**(a + 1)) / (a + 1), Q),
    ("kink or pole at 1/3, alpha = -0.5", "abs(x - 1/3)^(-0.5)", "0", "1", ((2 * third)**a + third**a) / a, Q),
    ("kink or pole at 1/3, alpha = 1.2", "abs(x - 1/3)^1.2", "0", "1", ((2 * third)**mpf("2.2") + third**mpf("2.2")) / mpf("2.2"), Q),
    ("kink or pole at pi/4, alpha = 0.5", "abs(x - pi/4)^0.5", "0", "1", ((1 - pi / 4)**(a + 1) + (pi / 4)**(a + 1)) / (a + 1), Q),
    ("kink or pole at pi/4, alpha = -0.3", "abs(x - pi/4)^(-0.3)", "0", "1", ((1 - pi / 4)**mpf("0.7") + (pi / 4)**mpf("0.7")) / mpf("0.7"), Q),
    ("poles at and beside the ends, alpha = 3", "1/(sqrt(1 - x^2)*(x + 1 + 2^(-3)))", "-1", "1", pi / sqrt((1 + mpf(2)**-3)**2 - 1), Q),
    ("poles at and beside the ends, alpha = 10", "1/(sqrt(1 - x^2)*(x + 1 + 2^(-10)))", "-1", "1", pi / sqrt((1 + mpf(2)**-10)**2 - 1), Q),
    ("power of a sine, alpha = 0.5", "sin(x)^(-0.5)", "0", "pi/2", 2**(a - 2) * gamma(a / 2)**2 / gamma(a), Q),
    ("power of a sine, alpha = 1.5", "sin(x)^0.5", "0", "pi/2", 2**(mpf("1.5") - 2) * gamma(mpf("0.75"))**2 / gamma(mpf("1.5")), Q),
    ("power of a logarithm, alpha = 0.5", "log(1/x)^(-0.5)", "0", "1", gamma(a), Q),
    ("power of a logarithm, alpha = 2", "log(1/x)", "0", "1", mpf(1), Q),
    ("growing wave, alpha = 4", "exp(20*(x - 1))*sin(16*x)", "0", "1", (20 * sin(16) - 16 * cos(16) + 16 * exp(-20)) / 656, Q),
    ("growing wave, alpha = 9", "exp(20*(x - 1))*sin(512*x)", "0", "1", (20 * sin(512) - 512 * cos(512) + 512 * exp(-20)) / (400 + 512**2), Q),
    ("wave between poles, alpha = 3", "(x*(1 - x))^(-0.5)*cos(8*x)", "0", "1", pi * cos(4) * besselj(0, 4), Q),
    ("rational", "x/(5*x^3 + 6)", "0", "5", quad(lambda x: x / (5 * x**3 + 6), [0, 1, 5]), own),
    ("damped wave", "exp(-x)*cos(x)", "0", "inf", a, own),
    ("power and tail, alpha = 2", "x^2*exp(-x/4)", "0", "inf", mpf(128), Q),
    ("pole and tail, alpha = 1.5", "x^0.5/(1 + 10*x)^2", "0", "inf", 10**mpf("-1.5") * pi * a / sin(pi * a), Q),
    ("1", "exp(x)", "0", "1", e - 1, K),
    ("2", "if(x >= 0.3, 1, 0)", "0", "1", mpf("0.7"), K),
    ("3", "sqrt(x)", "0", "1", 2 * third, K),
    ("4", "23/25*cosh(x) - cos(x)", "-1", "1", mpf(23) / 25 * 2 * sinh(1) - 2 * sin(1), K),
    ("5", "1/(x^4 + x^2 + 0.9)", "-1", "1", quad(lambda x: 1 / (x**4 + x**2 + mpf("0.9")), [-1, 0, 1]), K),
    ("6", "x*sqrt(x)", "0", "1", mpf(2) / 5, K),
    ("7", "1/sqrt(x)", "0", "1", mpf(2), K),
    ("8", "1/(x^4 + 1)", "0", "1", (pi + 2 * log(1 + sqrt(2))) / (4 * sqrt(2)), K),
    ("9", "2/(2 + sin(10*pi*x))", "0", "1", 2 / sqrt(3), K),
    ("10", "1/(1 + x)", "0", "1", log(2), K),
    ("11", "1/(1 + exp(x))", "0", "1", 1 - log(1 + e) + log(2), K),
    ("12", "if(x == 0, 1, x/(exp(x) - 1))", "0", "1", quad(lambda x: x / mp.expm1(x), [0, 1]), K),
    ("13", "sin(100*pi*x)/(pi*x)", "0.1", "1", (si(100 * pi) - si(10 * pi)) / pi, K),
    ("14", "sqrt(50)*exp(-50*pi*x^2)", "0", "10", erf(10 * sqrt(50 * pi)) / 2, K),
    ("15", "25*exp(-25*x)", "0", "10", 1 - exp(-250), K),
    ("16", "50/(pi*(2500*x^2 + 1))", "0", "10", atan(500) / pi, K),
    ("17", "50*(sin(50*pi*x)/(50*pi*x))^2", "0.01", "1", quad(lambda x: 50 * (sin(50 * pi * x) / (50 * pi * x))**2, mpmath.linspace(mpf("0.01"), 1, 100)), K),
    ("18", "cos(cos(x) + 3*sin(x) + 2*cos(2*x) + 3*sin(2*x) + 3*cos(3*x))", "0", "pi", quad(lambda x: cos(cos(x) + 3 * sin(x) + 2 * cos(2 * x) + 3 * sin(2 * x) + 3 * cos(3 * x)), mpmath.linspace(0, pi, 13)), K),
    ("19", "log(x)", "0", "1", mpf(-1), K),
    ("20", "1/(x^2 + 1.005)", "-1", "1", 2 / sqrt(mpf("1.005")) * atan(1 / sqrt(mpf("1.005"))), K),
    ("21", "1/cosh(10*(x - 0.2))^2 + 1/cosh(100*(x - 0.4))^4 + 1/cosh(1000*(x - 0.6))^6", "0", "1", None, K),
    ("one peak", "1/(1e-12 + (x - 0.123456)^2)", "0", "1", (atan((1 - mpf("0.123456")) * 10**6) + atan(mpf("0.123456") * 10**6)) * 10**6, "Lyness 1983"),
    ("sine over x", "if(x == 0, 1, sin(x)/x)", "0", "inf", pi / 2, "Dirichlet 1829"),
    ("Fresnel", "cos(x^2)", "0", "inf", sqrt(pi / 8), "Abramowitz and Stegun 7.3.20"),
    ("of a tail", "1/(1 + x^2)", "-inf", "inf", pi, own),
    ("Gauss", "exp(-x^2)", "-inf", "inf", sqrt(pi), own),
    ("slow tail", "x^(-1.1)", "1", "inf", mpf(10), own),
    ("one of a hundred digits", "cos(log(x)/x)/x", "0.1", "1", None, "Trefethen 2002, not to its end"),
    ("sawtooth", "x*10 - floor(x*10)", "0", "1", a, own),
    ("chirp", "sin(1/x)", "0.01", "1", None, own),
]


def sech_powers():
    T = mp.tanh
    first = (T(mpf(8)) + T(mpf(2))) / 10
    fourth = lambda u: T(u) - T(u)**3 / 3
    sixth = lambda u: T(u) - 2 * T(u)**3 / 3 + T(u)**5 / 5
    return first + (fourth(mpf(60)) + fourth(mpf(40))) / 100 + (sixth(mpf(400)) + sixth(mpf(600))) / 1000


def chirp(low):  # ∫ sin(1/x) dx = x sin(1/x) − Ci(1/x)
    F = lambda x: x * sin(1 / x) - ci(1 / x)
    return F(mpf(1)) - F(low)


SPECIAL = {"21": sech_powers(), "chirp": chirp(mpf("0.01")),
           "one of a hundred digits": quad(lambda u: cos(u * exp(u)), mpmath.linspace(0, log(10), 60))}
for i, (c, w) in enumerate([("1/3", third), ("0.7", mpf("0.7")), ("pi/4", pi / 4), ("sqrt(0.5)", sqrt(mpf("0.5"))), ("1/1024", mpf(1) / 1024), ("1 - 1e-9", 1 - mpf("1e-9"))]):
    for s in (5, 30):
        INTEGRALS.append(("discontinuous %d, %d" % (i + 1, s), "if(x > %s, 0, exp(%d*x))" % (c, s), "0", "1", (exp(s * w) - 1) / s, G))
with open("integrals.csv", "w") as out:
    out.write("# name;formula;from;to;value;source\n")
    for name, formula, low, high, value, source in INTEGRALS:
        out.write(";".join([name, formula, low, high, text(SPECIAL[name] if value is None else value), source]) + "\n")
