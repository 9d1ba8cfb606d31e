package org.ansatz.figure;

/** How numbers are laid out along an axis. */
public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR {
        @Override
        public double fraction(double value, Interval along) {
            return (value - along.low()) / along.length();
        }

        @Override
        public double at(double fraction, Interval along) {
            return along.low() + fraction * along.length();
        }

        @Override
        public boolean shows(double value) {
            return Double.isFinite(value);
        }
    },

    /** Equal ratios are equally far apart; only positive numbers have a place. */
    LOGARITHMIC {
        @Override
        public double fraction(double value, Interval along) {
            return Math.log(value / along.low()) / Math.log(along.high() / along.low());
        }

        @Override
        public double at(double fraction, Interval along) {
            return along.low() * Math.pow(along.high() / along.low(), fraction);
        }

        @Override
        public boolean shows(double value) {
            return value > 0 && Double.isFinite(value);
        }
    };

    /** Where a number lies: 0 at the lower end, 1 at the upper end. */
    public abstract double fraction(double value, Interval along);

    /** The number at a fraction of the way. */
    public abstract double at(double fraction, Interval along);

    /** Whether a number has a place on such an axis at all. */
    public abstract boolean shows(double value);
}
