package org.ansatz.exchange.item;

import java.util.List;
import org.ansatz.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * What is shown beside the words of a question: a schematic.
 *
 * @param picture as a file; null where pictures are not wanted
 * @param drawing as lines of text
 * @param ascii the same in ASCII alone
 */
public record Illustration(@Nullable Picture picture, List<String> drawing, List<String> ascii) {

    /** Copies the lists. */
    public Illustration {
        drawing = List.copyOf(drawing);
        ascii = List.copyOf(ascii);
    }

    /** The drawing of an item's illustration as HTML; empty if there is none. */
    public static String preformatted(Item item) {
        Illustration illustration = item.illustration();
        return illustration == null
                ? ""
                : "<pre>" + XmlWriter.escaped(String.join("\n", illustration.drawing())) + "</pre>\n";
    }

    /** The drawing of an item's illustration between two lines; empty if there is none. */
    public static String between(String begin, Item item, boolean isAscii, String end) {
        Illustration illustration = item.illustration();
        if (illustration == null) {
            return "";
        }
        List<String> lines = isAscii ? illustration.ascii() : illustration.drawing();
        return begin + "\n" + String.join("\n", lines) + "\n" + end + "\n";
    }
}
