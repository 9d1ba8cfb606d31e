package org.ansatz.figure;

import java.util.List;

/** One thing that is drawn in a figure. A new kind is a new case here, and one for each way of drawing. */
public sealed interface Layer {

    /** What it is, for a legend; may be empty. */
    String label();

    /** Stretches the bounds of a figure so that it fits in. */
    void stretch(Bounds x, Bounds y);

    /** What has a letter, by which it is told from others where there is no colour. */
    sealed interface Tagged extends Layer {
        /** One letter or digit, or empty for the next that is free. */
        String tag();

        /** Its points. */
        Points points();

        @Override
        default void stretch(Bounds x, Bounds y) {
            for (int i = 0; i < points().size(); i++) {
                if (!points().isGap(i)) {
                    x.include(points().x(i));
                    y.include(points().y(i));
                }
            }
        }
    }

    /** A curve through points; a gap interrupts it. */
    record Curve(String tag, String label, Points points) implements Tagged {
        /** Cleans the texts. */
        public Curve {
            tag = Label.of(tag);
            label = Label.of(label);
        }
    }

    /** Points by themselves: values for whole numbers, samples of a class. */
    record Dots(String tag, String label, Points points) implements Tagged {
        /** Cleans the texts. */
        public Dots {
            tag = Label.of(tag);
            label = Label.of(label);
        }
    }

    /** Lines up to each point: a spectrum. They rise from zero, or from the bottom where heights are levels. */
    record Stems(String tag, String label, Points points) implements Tagged {
        /** Cleans the texts. */
        public Stems {
            tag = Label.of(tag);
            label = Label.of(label);
        }

        /** Where the lines begin. */
        public static double foot(Axis axis, Interval shown) {
            boolean bottom = axis.isLevel() || axis.scale() == Scale.LOGARITHMIC;
            return bottom ? shown.low() : Math.max(shown.low(), Math.min(0, shown.high()));
        }

        /** Where a line ends, which goes no further than what is shown; its foot if nothing of it is. */
        public static double end(double height, double foot, Interval shown) {
            return Double.isNaN(height) ? foot : Math.max(shown.low(), Math.min(height, shown.high()));
        }
    }

    /** A mark at one place along, from bottom to top. */
    record VerticalLine(String label, double x) implements Layer {
        /** Cleans the text. */
        public VerticalLine {
            label = Label.of(label);
        }

        @Override
        public void stretch(Bounds along, Bounds up) {
            along.include(x);
        }
    }

    /** A mark at one height, from left to right. */
    record HorizontalLine(String label, double y) implements Layer {
        /** Cleans the text. */
        public HorizontalLine {
            label = Label.of(label);
        }

        @Override
        public void stretch(Bounds along, Bounds up) {
            up.include(y);
        }
    }

    /** A mark at one point. */
    record Spot(String label, double x, double y) implements Layer {
        /** Cleans the text. */
        public Spot {
            label = Label.of(label);
        }

        @Override
        public void stretch(Bounds along, Bounds up) {
            along.include(x);
            up.include(y);
        }
    }

    /**
     * The values of a function of two variables; the figure's axes must say their ranges, which the grid fills.
     *
     * @param values what the shades mean
     * @param grid the values
     */
    record HeatMap(Axis values, Grid grid) implements Layer {
        @Override
        public String label() {
            return values.label();
        }

        @Override
        public void stretch(Bounds x, Bounds y) {}
    }

    /**
     * A plane that is divided: decision regions. The figure's axes must say their ranges, which the grid fills.
     *
     * @param labels what each region is
     * @param grid the number of the region in each cell, counted from 0
     */
    record Regions(List<String> labels, Grid grid) implements Layer {
        /** Cleans the texts. */
        public Regions {
            labels = labels.stream().map(Label::of).toList();
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public void stretch(Bounds x, Bounds y) {}
    }
}
