package org.ansatz.figure;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.figure.Layer.Tagged;

/**
 * A picture: what is drawn, and along which axes. It knows nothing of how it is drawn.
 *
 * @param title what it shows
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param layers what is drawn, the first at the bottom
 * @param note a sentence below the picture, or empty
 */
public record Figure(String title, Axis x, Axis y, List<Layer> layers, String note) implements Graphic {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Cleans the texts and copies the list. */
    public Figure {
        title = Label.of(title);
        note = Label.of(note);
        layers = List.copyOf(layers);
    }

    /** What has a letter, in order. */
    public List<Tagged> tagged() {
        List<Tagged> tagged = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Tagged) {
                tagged.add((Tagged) layer);
            }
        }
        return tagged;
    }

    /** A letter for each of {@link #tagged}: its own, if it is one column wide, or else the first that nothing else has. */
    public List<String> tags() {
        StringBuilder taken = new StringBuilder();
        tagged().forEach(layer -> taken.append(own(layer)));
        List<String> tags = new ArrayList<>();
        for (Tagged layer : tagged()) {
            String own = own(layer);
            String tag = own.isEmpty() ? free(taken) : own;
            taken.append(tag);
            tags.add(tag);
        }
        return tags;
    }

    private static String own(Tagged layer) {
        String tag = layer.tag();
        String first = tag.isEmpty() ? "" : Character.toString(tag.codePointAt(0));
        return Label.columns(first) == 1 ? first : "";
    }

    private static String free(StringBuilder taken) {
        for (int i = 0; i < LETTERS.length(); i++) {
            String letter = LETTERS.substring(i, i + 1);
            if (taken.indexOf(letter) < 0) {
                return letter;
            }
        }
        return "*";
    }

    /** What is shown from left to right: the axis's own range, or all there is. */
    public Interval along() {
        Bounds along = new Bounds(x.scale());
        layers.forEach(layer -> layer.stretch(along, new Bounds(y.scale())));
        return x.range() == null && standsApart() ? along.widened() : shown(x, along);
    }

    /**
     * Where a line of a layer stands: beside its place, so that those of several layers do not hide each other.
     *
     * @param step from one layer to the next, as a part of what is shown
     */
    public double aside(Layer.Stems stems, double place, double step, Interval along) {
        List<Tagged> all =
                tagged().stream().filter(Layer.Stems.class::isInstance).toList();
        double steps = all.indexOf(stems) - (all.size() - 1) / 2.0;
        return steps == 0 || !x.scale().shows(place)
                ? place
                : x.scale().at(x.scale().fraction(place, along) + steps * step, along);
    }

    /** Whether single points or stems are drawn, which should not stand on the edges. */
    private boolean standsApart() {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Dots || layer instanceof Layer.Stems) {
                return true;
            }
        }
        return false;
    }

    /** What is shown from bottom to top: the axis's own range, or all there is. */
    public Interval up() {
        Bounds up = new Bounds(y.scale());
        layers.forEach(layer -> layer.stretch(new Bounds(x.scale()), up));
        boolean hasStems = layers.stream().anyMatch(Layer.Stems.class::isInstance);
        if (hasStems && !y.isLevel()) {
            up.include(0); // what rises from zero is as long as its value
        }
        return shown(y, up);
    }

    private static Interval shown(Axis axis, Bounds all) {
        Interval range = axis.range();
        return range != null && range.length() > 0 ? range : all.found();
    }
}
