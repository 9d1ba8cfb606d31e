package org.ansatz.field.ode;

import java.util.List;

/** Instants at which a solution jumps because the equations have an impulse there. */
interface Impulses {

    /** There are none. */
    Impulses NONE = new Impulses() {
        @Override
        public List<Double> times() {
            return List.of();
        }

        @Override
        public double[] after(double time, double[] before) {
            return before;
        }
    };

    /** When, in ascending order. */
    List<Double> times();

    /** The state just after an instant; as before where there is no impulse. */
    double[] after(double time, double[] before);

    /** Those later than an instant. */
    default Impulses later(double start) {
        Impulses all = this;
        return new Impulses() {
            @Override
            public List<Double> times() {
                return all.times().stream().filter(time -> time > start).toList();
            }

            @Override
            public double[] after(double time, double[] before) {
                return time > start ? all.after(time, before) : before;
            }
        };
    }
}
