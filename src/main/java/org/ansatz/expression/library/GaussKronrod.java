package org.ansatz.expression.library;

import java.util.PriorityQueue;
import org.ansatz.expression.term.Loop;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.NoValue;

/**
 * The integral of what does not enclose itself, from samples: the adaptive 7–15 point Gauss–Kronrod rule (QUADPACK, Piessens et
 * al. 1983, rule QK15). The interval with the largest error estimate is halved until all estimates together are below 1e-13 of
 * the integral of the magnitude. A peak that falls between the first 15 points (narrower than a fiftieth of the interval, say)
 * can be missed without a trace in the error estimate: split the interval at the peak.
 */
final class GaussKronrod {

    private static final int MAX_INTERVALS = 400;
    private static final int END_DECADES = 14;
    private static final double TOLERANCE = 1e-13;

    /** An integral whose error is a larger part of it has not settled. */
    private static final double SETTLED = 1e-3;

    /** What is no larger than so many times its simulated roundings is nothing but rounding. */
    private static final double ROUNDINGS = 16;

    static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693301, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0.0
    };
    static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327
    };

    private GaussKronrod() {}

    /** The integral over the one domain. */
    static Sum over(Loop loop) {
        PriorityQueue<Piece> pieces = new PriorityQueue<>();
        pieces.add(new Piece(loop, loop.low(), loop.high()));
        if (pieces.element().magnitude == 0 && loop.high() > loop.low()) {
            pieces.clear();
            addPiecesAtEnds(loop, pieces);
        }
        Sum sum = new Sum(pieces);
        while (sum.error > TOLERANCE * sum.magnitude && pieces.size() < MAX_INTERVALS) {
            Piece widest = pieces.remove();
            double middle = (widest.from + widest.to) / 2;
            pieces.add(new Piece(loop, widest.from, middle));
            pieces.add(new Piece(loop, middle, widest.to));
            sum = new Sum(pieces);
        }
        if (sum.error > SETTLED * sum.magnitude && sum.magnitude > ROUNDINGS * roundings(loop)) {
            throw new NoValue("the integral does not settle: its error estimate is " + sum.error + " of "
                    + sum.magnitude + " after " + pieces.size() + " intervals");
        }
        return sum;
    }

    /** What the integrand's roundings integrate to: where it is nothing else, as a difference that cancels, it is zero. */
    private static double roundings(Loop loop) {
        double width = (loop.high() - loop.low()) / 2;
        double centre = (loop.low() + loop.high()) / 2;
        double largest = 0;
        for (int i = 0; i < NODES.length; i++) {
            largest = Math.max(largest, loop.rounding(new Value.Real(centre - width * NODES[i])));
            largest = Math.max(largest, loop.rounding(new Value.Real(centre + width * NODES[i])));
        }
        return 2 * width * largest;
    }

    /** What seems to be zero all over may live close to an end, as a fast decay does: pieces that shrink towards both. */
    private static void addPiecesAtEnds(Loop loop, PriorityQueue<Piece> pieces) {
        double middle = (loop.low() + loop.high()) / 2;
        double half = middle - loop.low();
        double outer = half;
        for (int decade = 1; decade <= END_DECADES; decade++) {
            double inner = decade == END_DECADES ? 0 : half * Math.pow(10, -decade);
            pieces.add(new Piece(loop, loop.low() + inner, loop.low() + outer));
            pieces.add(new Piece(loop, loop.high() - outer, loop.high() - inner));
            outer = inner;
        }
    }

    /** What all pieces make together. */
    static final class Sum {
        private Value integral = Arithmetic.ZERO;
        private double error;
        private double magnitude;

        /** The integral. */
        Value integral() {
            return integral;
        }

        /** How wrong it may be. */
        double error() {
            return error;
        }

        /** The integral of the magnitude. */
        double magnitude() {
            return magnitude;
        }

        Sum(PriorityQueue<Piece> pieces) {
            for (Piece piece : pieces) {
                integral = Arithmetic.add(integral, piece.integral);
                error += piece.error;
                magnitude += piece.magnitude;
            }
        }
    }

    /** One interval: its integral by 15 points, and how far 7 of them are from that. */
    private static final class Piece implements Comparable<Piece> {
        final double from;
        final double to;
        final Value integral;
        final double error;
        final double magnitude;

        Piece(Loop loop, double from, double to) {
            this.from = from;
            this.to = to;
            double centre = (from + to) / 2;
            double half = (to - from) / 2;
            Value kronrod = Arithmetic.ZERO;
            Value gauss = Arithmetic.ZERO;
            double absolute = 0;
            for (int i = 0; i < NODES.length; i++) {
                int sides = NODES[i] == 0 ? 1 : 2;
                for (int side = 0; side < sides; side++) {
                    Value y = loop.at(new Value.Real(centre + (side == 0 ? half : -half) * NODES[i]));
                    kronrod = Arithmetic.add(kronrod, Arithmetic.multiply(new Value.Real(KRONROD[i]), y));
                    absolute += KRONROD[i] * size(y);
                    if (i % 2 == 1) {
                        gauss = Arithmetic.add(gauss, Arithmetic.multiply(new Value.Real(GAUSS[i / 2]), y));
                    }
                }
            }
            if (!Double.isFinite(absolute)) {
                throw new NoValue("the integrand is infinite inside " + from + ".." + to + ": end the interval there");
            }
            Value width = new Value.Real(half);
            integral = Arithmetic.multiply(width, kronrod);
            magnitude = Math.abs(half) * absolute;
            error = sharpened(Math.abs(half) * size(Arithmetic.subtract(kronrod, gauss)));
        }

        /** QUADPACK's estimate: the 15-point rule is far better than its distance from the 7-point rule. */
        private double sharpened(double difference) {
            double relative = magnitude == 0 ? 0 : 200 * difference / magnitude;
            return Math.max(magnitude * Math.min(1, relative * Math.sqrt(relative)), 2.3e-16 * magnitude);
        }

        private static double size(Value y) {
            return Math.hypot(Arithmetic.real(y), Arithmetic.imaginary(y));
        }

        @Override
        public int compareTo(Piece other) {
            return Double.compare(other.error, error);
        }
    }
}
