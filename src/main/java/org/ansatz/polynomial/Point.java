package org.ansatz.polynomial;

/**
 * A point of the complex plane, in doubles.
 *
 * @param re its real part
 * @param im its imaginary part
 */
public record Point(double re, double im) {

    static final Point ZERO = new Point(0, 0);

    Point plus(Point other) {
        return new Point(re + other.re, im + other.im);
    }

    Point minus(Point other) {
        return new Point(re - other.re, im - other.im);
    }

    Point times(Point other) {
        return new Point(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    Point times(double factor) {
        return new Point(re * factor, im * factor);
    }

    Point over(Point other) {
        double scale = Math.max(Math.abs(other.re), Math.abs(other.im));
        double c = other.re / scale;
        double d = other.im / scale;
        double square = (c * c + d * d) * scale;
        return new Point((re * c + im * d) / square, (im * c - re * d) / square);
    }

    /** The distance from zero. */
    public double size() {
        return Math.hypot(re, im);
    }
}
