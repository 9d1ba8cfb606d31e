package org.ansatz.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Bands;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Label;
import org.ansatz.figure.Layer;

/** Which curve is which, and what shades mean. */
final class Legend {

    private static final String GAP = "   ";
    private static final String INDENT = "  ";

    private final Figure figure;
    private final TextStyle style;
    private final List<String> entries = new ArrayList<>();
    private final List<Integer> inks = new ArrayList<>();

    Legend(Figure figure, TextStyle style) {
        this.figure = figure;
        this.style = style;
    }

    /** At most so many lines; what finds no room is left out. */
    List<String> lines(int most) {
        gather();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        int columns = INDENT.length();
        for (int i = 0; i < entries.size(); i++) {
            String entry = TextFigure.fitted(entries.get(i), style.width() - INDENT.length(), style.unicode());
            int width = Label.columns(entry);
            boolean first = columns == INDENT.length();
            if (!first && columns + GAP.length() + width > style.width()) {
                lines.add(line.toString());
                line = new StringBuilder(INDENT);
                columns = INDENT.length();
                first = true;
            }
            line.append(first ? "" : GAP).append(Canvas.coloured(entry, inks.get(i), style.colour()));
            columns += (first ? 0 : GAP.length()) + width;
        }
        if (!entries.isEmpty()) {
            lines.add(line.toString());
        }
        return lines.size() > most ? lines.subList(0, most) : lines;
    }

    private void gather() {
        List<String> tags = figure.tags();
        int ink = 0;
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.Tagged) {
                boolean alone = tags.size() == 1
                        && (layer.label().isEmpty()
                                || layer.label().equals(figure.y().label()));
                if (!alone) {
                    add(
                            (tags.size() == 1 ? "" : tags.get(ink) + " ") + sample((Layer.Tagged) layer, ink) + " "
                                    + layer.label(),
                            ink);
                }
                ink++;
            } else if (layer instanceof Layer.HeatMap) {
                bands(Bands.of((Layer.HeatMap) layer, Shades.MOST));
            } else if (layer instanceof Layer.Regions) {
                List<String> labels = ((Layer.Regions) layer).labels();
                for (int i = 0; i < labels.size(); i++) {
                    add(Shades.region(i, style.unicode()).repeat(2) + " " + labels.get(i), Canvas.PLAIN);
                }
            }
        }
    }

    private void add(String entry, int ink) {
        entries.add(entry);
        inks.add(ink);
    }

    /** What a curve looks like. */
    private String sample(Layer.Tagged layer, int ink) {
        if (!style.unicode()) {
            return AsciiCanvas.mark(ink).repeat(layer instanceof Layer.Curve ? 3 : 1);
        }
        if (layer instanceof Layer.Dots) {
            return "•";
        }
        if (layer instanceof Layer.Stems) {
            return "⡇";
        }
        Canvas line = Canvas.of(5, 1, true);
        String stroke = Pen.stroke(ink);
        for (int x = 0; x < 10; x++) {
            if (stroke.charAt(x % stroke.length()) == '1') {
                line.dot(x, 1, ink);
            }
        }
        return line.row(0, false).stripTrailing();
    }

    private void bands(Bands bands) {
        for (int i = 0; i < bands.count(); i++) {
            add(Shades.shade(i, style.unicode()).repeat(2) + " " + bands.label(i), Canvas.PLAIN);
        }
    }
}
