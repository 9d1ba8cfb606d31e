package org.ansatz.figure.file;

import java.awt.Color;

/** Colours and strokes, by which curves are told apart on paper, with and without colour. */
final class Palette {

    /** Colours that people who do not see all colours can tell apart (M. Okabe and K. Ito, 2002). */
    private static final int[] COLOURS = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xE69F00, 0x000000};

    private static final float[][] DASHES = {{}, {10, 4}, {3, 3}, {10, 3, 3, 3}, {18, 4}, {6, 2, 2, 2, 2, 2}, {2, 5}};

    private Palette() {}

    /** The colour of a curve. */
    static Color colour(int number) {
        return new Color(COLOURS[number % COLOURS.length]);
    }

    /** The same colour, as it fills a region under curves: opaque, so that cells which overlap show no pattern. */
    static Color pale(int number) {
        return lighter(colour(number), 0.7f);
    }

    /** The same colour for points by the hundred, over which a curve has to be seen. */
    static Color soft(int number) {
        return lighter(colour(number), 0.45f);
    }

    private static Color lighter(Color colour, float white) {
        float[] parts = colour.getRGBColorComponents(null);
        return new Color(
                parts[0] + (1 - parts[0]) * white,
                parts[1] + (1 - parts[1]) * white,
                parts[2] + (1 - parts[2]) * white);
    }

    /** Lengths drawn and left out in turn, in pixels; none for a whole line. */
    static float[] dashes(int number) {
        return DASHES[number % DASHES.length];
    }

    /** The shade of a band, the lowest the lightest. */
    static Color shade(int band, int bands) {
        float dark = bands == 1 ? 0 : (float) band / (bands - 1);
        return new Color(0.97f - 0.87f * dark, 0.98f - 0.63f * dark, 1f - 0.45f * dark);
    }
}
