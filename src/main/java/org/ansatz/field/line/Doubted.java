package org.ansatz.field.line;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.complex.Complex;

/**
 * How wrong what a cascade shows may be. Every datum and every angle is moved by its rounding, up or down, and
 * the spread over a few such cascades is the error (as in the CESTAC method: J. Vignes, Math. Comput. Simulation 35, 1993, 233–261, but
 * not as coins fall: of few coins those of two data are often the same, or against each other, every time). What
 * the data leave open of the electrical length of each section, and a frequency of all of them, may be far more than rounding:
 * one is moved after the other, and what they do is added up. So
 * the error of an angle counts as many times as the line makes of it: the ten millionth of a turn that a frequency leaves open
 * over a thousand wavelengths, and what a resonance makes of the last digit.
 *
 * @param cascade as it was computed with
 * @param lengths how wrong the electrical length of each element may be for its data, relative; 0 for one that has none
 */
record Doubted(Cascade cascade, List<Double> lengths) {

    /** How many cascades are moved: enough that of 32 data no two go together in all of them, or against each other. */
    private static final int TRIALS = 6;

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
        for (int trial = 0; trial < TRIALS; trial++) {
            spread = Math.max(spread, distance(value, asked, new Moved(here, hertz, trial).cascade()));
        }
        double stretched = doubt == 0 ? 0 : distance(value, asked, stretched(here, 0, lengths.size(), doubt));
        for (int i = 0; i < lengths.size(); i++) {
            double length = lengths.get(i);
            stretched += length == 0 ? 0 : distance(value, asked, stretched(here, i, i + 1, length));
        }
        return SAFETY * (spread + stretched);
    }

    /** How many cascades are tried for an error, for each thing that is asked for. */
    int trials() {
        return TRIALS + 1 + (int) lengths.stream().filter(length -> length != 0).count();
    }

    /** The same cascade with some of its sections longer by a part of their length. */
    private static Cascade stretched(Cascade here, int from, int to, double part) {
        List<LineElement> elements = new ArrayList<>(here.elements());
        elements.subList(from, to).replaceAll(element -> stretched(element, part));
        return new Cascade(here.source(), elements, here.load());
    }

    private static LineElement stretched(LineElement element, double part) {
        if (element instanceof Section section) {
            return stretched(section, part);
        }
        if (element instanceof OpenStub stub) {
            return new OpenStub(stretched(stub.line(), part));
        }
        return element instanceof ShortStub stub ? new ShortStub(stretched(stub.line(), part)) : element;
    }

    private static Section stretched(Section section, double part) {
        return new Section(
                section.z0(),
                section.length() + section.length() * part,
                section.velocity(),
                section.attenuation() - section.attenuation() * (2 * ROUNDING + part)); // no more than may be lost
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
    private static final class Moved {
        private final Cascade from;
        private final double hertz;
        private final int trial;
        private int data;

        Moved(Cascade from, double hertz, int trial) {
            this.from = from;
            this.hertz = hertz;
            this.trial = trial;
        }

        Cascade cascade() {
            List<LineElement> elements = new ArrayList<>();
            from.elements().forEach(element -> elements.add(moved(element)));
            return new Cascade(moved(from.source()), elements, moved(from.load()));
        }

        private LineElement moved(LineElement element) {
            if (element instanceof Section section) {
                return moved(section);
            }
            if (element instanceof OpenStub stub) {
                return new OpenStub(moved(stub.line()));
            }
            if (element instanceof ShortStub stub) {
                return new ShortStub(moved(stub.line()));
            }
            return element instanceof Series series
                    ? new Series(moved(series.impedance()))
                    : new Shunt(moved(((Shunt) element).impedance()));
        }

        /** Of many turns the last one is rounded. */
        private Section moved(Section section) {
            Section last = section.unwound(hertz);
            return new Section(
                    moved(last.z0()),
                    moved(last.length(), ROUNDING),
                    last.velocity(),
                    last.attenuation() - last.attenuation() * 3 * ROUNDING); // no more than may be lost
        }

        private Impedance moved(Impedance impedance) {
            return Impedance.of(moved(impedance.at(hertz)));
        }

        private Complex moved(Complex z) {
            return z.isInfinite() ? z : new Complex(moved(z.getReal(), ROUNDING), moved(z.getImaginary(), ROUNDING));
        }

        /** In one trial all go up, in each of the others those whose number has a one in its place. */
        private double moved(double x, double relative) {
            boolean up = trial == 0 || (data >> (trial - 1) & 1) == 1;
            data++;
            return up ? x + x * relative : x - x * relative;
        }
    }
}
