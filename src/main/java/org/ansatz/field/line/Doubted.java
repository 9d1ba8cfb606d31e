package org.ansatz.field.line;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.math3.complex.Complex;

/**
 * How wrong what a cascade shows may be. Every datum and every angle is moved by its rounding, up or down as a seeded coin falls, and
 * the spread over a few such cascades is the error (the CESTAC method: J. Vignes, Math. Comput. Simulation 35, 1993, 233–261). So
 * the error of an angle counts as many times as the line makes of it: the ten millionth of a turn that a frequency leaves open
 * over a thousand wavelengths, and what a resonance makes of the last digit.
 *
 * @param cascade as it was computed with
 * @param lengths how wrong the electrical length of each element may be for its data, relative; 0 for one that has none
 */
record Doubted(Cascade cascade, List<Double> lengths) {

    /** How many cascades are moved. */
    static final int TRIALS = 4;

    /** The error is so many times what these show. */
    private static final double SAFETY = 3;

    private static final double ROUNDING = 0x1p-52;

    /** Copies the list. */
    Doubted {
        lengths = List.copyOf(lengths);
    }

    /**
     * The error of something that a cascade shows.
     *
     * @param asked what is asked for
     * @param value what it is
     * @param hertz the frequency
     * @param doubt how wrong the frequency may be, relative
     * @return absolute; infinite if it is not there any more when data are moved
     */
    double error(Function<Cascade, Complex> asked, Complex value, double hertz, double doubt) {
        double spread = 0;
        Cascade here = at(hertz);
        for (int trial = 1; trial <= TRIALS; trial++) {
            spread = Math.max(spread, distance(value, asked, new Moved(here, hertz, doubt, trial).cascade()));
        }
        return SAFETY * spread;
    }

    private static double distance(Complex value, Function<Cascade, Complex> asked, Cascade moved) {
        try {
            double distance = asked.apply(moved).subtract(value).abs();
            return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** The same cascade with all impedances as they are at this frequency, so that each is asked for once. */
    private Cascade at(double hertz) {
        List<LineElement> elements = new ArrayList<>();
        for (LineElement element : cascade.elements()) {
            if (element instanceof Series series) {
                elements.add(new Series(Impedance.of(series.impedance().at(hertz))));
            } else if (element instanceof Shunt shunt) {
                elements.add(new Shunt(Impedance.of(shunt.impedance().at(hertz))));
            } else {
                elements.add(element);
            }
        }
        return new Cascade(
                Impedance.of(cascade.source().at(hertz)),
                elements,
                Impedance.of(cascade.load().at(hertz)));
    }

    /** One cascade whose data and angles are moved. */
    private final class Moved {
        private final Cascade from;
        private final double hertz;
        private final double doubt;
        private final SplittableRandom coins;

        Moved(Cascade from, double hertz, double doubt, long seed) {
            this.from = from;
            this.hertz = hertz;
            this.doubt = doubt;
            coins = new SplittableRandom(seed);
        }

        Cascade cascade() {
            List<LineElement> elements = new ArrayList<>();
            for (int i = 0; i < from.elements().size(); i++) {
                elements.add(moved(from.elements().get(i), lengths.get(i)));
            }
            return new Cascade(moved(from.source()), elements, moved(from.load()));
        }

        private LineElement moved(LineElement element, double length) {
            if (element instanceof Section section) {
                return moved(section, length);
            }
            if (element instanceof OpenStub stub) {
                return new OpenStub(moved(stub.line(), length));
            }
            if (element instanceof ShortStub stub) {
                return new ShortStub(moved(stub.line(), length));
            }
            return element instanceof Series series
                    ? new Series(moved(series.impedance()))
                    : new Shunt(moved(((Shunt) element).impedance()));
        }

        /** The angle less whole turns is rounded once more; of many turns the data alone leave something open. */
        private Section moved(Section section, double length) {
            double angle = Frequency.angular(hertz) * section.length() / section.velocity();
            double part = length + doubt + ROUNDING / Math.max(1, angle);
            return new Section(
                    moved(section.z0()),
                    moved(section.length(), part),
                    section.velocity(),
                    section.attenuation() - section.attenuation() * (2 * ROUNDING + part)); // no more than may be lost
        }

        private Impedance moved(Impedance impedance) {
            return Impedance.of(moved(impedance.at(hertz)));
        }

        private Complex moved(Complex z) {
            return z.isInfinite() ? z : new Complex(moved(z.getReal(), ROUNDING), moved(z.getImaginary(), ROUNDING));
        }

        private double moved(double x, double relative) {
            return coins.nextBoolean() ? x + x * relative : x - x * relative;
        }
    }
}
