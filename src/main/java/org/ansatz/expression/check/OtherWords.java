package org.ansatz.expression.check;

import java.util.Locale;
import java.util.Map;

/** What textbooks and other programs call what has another name here, or none. */
final class OtherWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("u", "the unit step is step(t)"),
            Map.entry("lg", "the logarithm to the base 10 is log10(x)"),
            Map.entry("lb", "the logarithm to the base 2 is log2(x)"),
            Map.entry("heaviside", "the unit step is step(t)"),
            Map.entry("delta", "an impulse stands in an ode: y' + 2*y == delta(t); elsewhere write what it leads to"),
            Map.entry("dirac", "an impulse has no value: write what it leads to, as an initial value just after it"),
            Map.entry("gamma", "of a whole number it is factorial(n - 1)"),
            Map.entry("maximum", "write max(f(x) for x in a..b)"),
            Map.entry("maximize", "write max(f(x) for x in a..b); the place of it is argmax(f(x) for x in a..b)"),
            Map.entry("maximise", "write max(f(x) for x in a..b); the place of it is argmax(f(x) for x in a..b)"),
            Map.entry("minimum", "write min(f(x) for x in a..b)"),
            Map.entry("minimize", "write min(f(x) for x in a..b); the place of it is argmin(f(x) for x in a..b)"),
            Map.entry("minimise", "write min(f(x) for x in a..b); the place of it is argmin(f(x) for x in a..b)"),
            Map.entry("average", "write mean(A)"),
            Map.entry("avg", "write mean(A)"),
            Map.entry("cbrt", "write x^(1/3)"),
            Map.entry("pow", "write x^y"),
            Map.entry("power", "write x^y"),
            Map.entry("cis", "write exp(j*x)"),
            Map.entry("db", "a ratio of powers in dB is 10*log10(x) dB, one of amplitudes 20*log10(x) dB"),
            Map.entry("arcsin", "write asin(x)"),
            Map.entry("arccos", "write acos(x)"),
            Map.entry("arctan", "write atan(x)"),
            Map.entry("cot", "write 1/tan(x)"),
            Map.entry("sec", "write 1/cos(x)"),
            Map.entry("csc", "write 1/sin(x)"),
            Map.entry("cosec", "write 1/sin(x)"),
            Map.entry("sgn", "write sign(x)"),
            Map.entry("angle", "write arg(z)"),
            Map.entry("phase", "write arg(z)"),
            Map.entry("mag", "write abs(z)"),
            Map.entry("re", "write real(z)"),
            Map.entry("im", "write imag(z)"),
            Map.entry("ncr", "write binomial(n, k)"),
            Map.entry("comb", "write binomial(n, k)"),
            Map.entry("choose", "write binomial(n, k)"),
            Map.entry("transpose", "the transpose of A is A'"),
            Map.entry("eig", "write eigenvalues(A)"),
            Map.entry("eigenvectors", "those for an eigenvalue p are nullspace(A - p*identity(n))"),
            Map.entry("null", "write nullspace(A)"),
            Map.entry("fft", "write dft(x)"),
            Map.entry("ifft", "write idft(X)"),
            Map.entry("rot", "write curl([f, g, h] for x at 1, y at 2, z at 3)"),
            Map.entry("nabla", "write gradient(f for x at 1, y at 2), div(…), curl(…) or laplacian(…)"),
            Map.entry("del", "write gradient(f for x at 1, y at 2), div(…), curl(…) or laplacian(…)"),
            Map.entry("lim", "write limit(f(x) for x -> a)"),
            Map.entry("diff", "write derivative(f(x) for x at a)"),
            Map.entry("integral", "write integrate(f(x) for x in a..b)"),
            Map.entry("minterms", "it stands in a Boolean function or a block logic, minterms([A, B, C], 0, 1, 5)"));

    private OtherWords() {}

    /** What to write instead of a function that is called so; empty if nothing is known of it. */
    static String of(String function) {
        return WORDS.getOrDefault(function.toLowerCase(Locale.ROOT), "");
    }
}
