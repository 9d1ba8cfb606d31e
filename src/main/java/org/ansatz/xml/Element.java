package org.ansatz.xml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a file that was read.
 *
 * @param name without a prefix
 * @param attributes by name
 * @param children the elements in it
 * @param texts what stands directly in it: before each of its children, and behind the last
 * @param line where it begins, from 1
 */
public record Element(
        String name, Map<String, String> attributes, List<Element> children, List<String> texts, int line) {

    /** Copies. */
    public Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
        texts = List.copyOf(texts);
    }

    /** All that stands directly in it. */
    public String text() {
        return String.join("", texts);
    }

    /** An attribute, or an empty text. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The first child of this name, or null. */
    public @Nullable Element child(String child) {
        for (Element each : children) {
            if (each.name().equals(child)) {
                return each;
            }
        }
        return null;
    }

    /** All children of this name. */
    public List<Element> all(String child) {
        return children.stream().filter(each -> each.name().equals(child)).toList();
    }

    /** The text of the element at the end of a path of first children, without blanks around it; empty if there is none. */
    public String textAt(String... path) {
        Element at = this;
        for (String step : path) {
            at = at.child(step);
            if (at == null) {
                return "";
            }
        }
        return at.text().strip();
    }
}
