package org.ansatz.figure.text;

/**
 * How a figure is put on a terminal.
 *
 * @param width the columns it may take; at least 30, and at most 400 are used
 * @param height the rows it may take; at least 6, and at most 200 are used
 * @param colour whether escape sequences for colour may be written; only the palette's own colours are, so that they suit
 *     the theme, light or dark
 * @param unicode whether braille and line characters may be written; ASCII alone if not
 */
public record TextStyle(int width, int height, boolean colour, boolean unicode) {

    /** Keeps the size usable. */
    public TextStyle {
        width = Math.max(30, Math.min(400, width));
        height = Math.max(6, Math.min(200, height));
    }
}
