package org.ansatz.exchange.qti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the schemas of QTI 2.1 and 3.0 ask of the elements that we write: which stand in which, in what order, and with which attributes
 * (XSD binding of the "Assessment Test, Section and Item Information Model", by hand; the names are those of 2.1).
 */
final class QtiStructure {

    private static final String INLINE = "(math|strong|img|textEntryInteraction)*";
    private static final String STATIC = "(math|strong|img|p|ul|pre|div)*";
    private static final String BLOCKS = "(div|p|ul|pre|choiceInteraction|extendedTextInteraction|rubricBlock)+";
    private static final String TEST = "(match|equal|and|isNull)";
    private static final String VALUE = "(variable|correct|baseValue|mapResponse|multiple)";

    /** The children of an element, as a pattern over their names, each with a blank behind it. */
    private static final Map<String, String> CHILDREN = Map.ofEntries(
            Map.entry(
                    "assessmentItem",
                    "responseDeclaration+ outcomeDeclaration* itemBody? responseProcessing? modalFeedback*"),
            Map.entry("responseDeclaration", "correctResponse? mapping?"),
            Map.entry("outcomeDeclaration", "defaultValue?"),
            Map.entry("correctResponse", "value+"),
            Map.entry("defaultValue", "value+"),
            Map.entry("value", ""),
            Map.entry("mapping", "mapEntry+"),
            Map.entry("mapEntry", ""),
            Map.entry("itemBody", BLOCKS),
            Map.entry("choiceInteraction", "prompt? simpleChoice+"),
            Map.entry("extendedTextInteraction", "prompt?"),
            Map.entry("textEntryInteraction", ""),
            Map.entry("prompt", "(math|strong|img)*"),
            Map.entry("simpleChoice", STATIC),
            Map.entry("div", "(math|strong|img|p|ul|pre|div|textEntryInteraction)*"),
            Map.entry("contentBody", STATIC),
            Map.entry("p", INLINE),
            Map.entry("ul", "li*"),
            Map.entry("li", STATIC),
            Map.entry("strong", ""),
            Map.entry("pre", ""),
            Map.entry("img", ""),
            Map.entry("responseProcessing", "(responseCondition|setOutcomeValue)+"),
            Map.entry("responseCondition", "responseIf responseElseIf* responseElse?"),
            Map.entry("responseIf", TEST + " setOutcomeValue*"),
            Map.entry("responseElseIf", TEST + " setOutcomeValue*"),
            Map.entry("responseElse", "setOutcomeValue*"),
            Map.entry("setOutcomeValue", VALUE),
            Map.entry("multiple", VALUE + "*"),
            Map.entry("match", VALUE + " " + VALUE),
            Map.entry("equal", VALUE + " " + VALUE),
            Map.entry("and", TEST + "+"),
            Map.entry("isNull", VALUE),
            Map.entry("variable", ""),
            Map.entry("correct", ""),
            Map.entry("mapResponse", ""),
            Map.entry("baseValue", ""));

    /** The attributes of an element; those that may be left out have a question mark. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("assessmentItem", Set.of("identifier", "title", "label?", "adaptive", "timeDependent")),
            Map.entry("responseDeclaration", Set.of("identifier", "cardinality", "baseType")),
            Map.entry(
                    "outcomeDeclaration",
                    Set.of(
                            "identifier",
                            "cardinality",
                            "baseType",
                            "normalMaximum?",
                            "normalMinimum?",
                            "externalScored?")),
            Map.entry("mapping", Set.of("defaultValue")),
            Map.entry("mapEntry", Set.of("mapKey", "mappedValue")),
            Map.entry("choiceInteraction", Set.of("responseIdentifier", "shuffle", "maxChoices")),
            Map.entry("extendedTextInteraction", Set.of("responseIdentifier", "expectedLength?")),
            Map.entry("textEntryInteraction", Set.of("responseIdentifier", "expectedLength?")),
            Map.entry("simpleChoice", Set.of("identifier")),
            Map.entry("rubricBlock", Set.of("view", "use?", "class?")),
            Map.entry("modalFeedback", Set.of("outcomeIdentifier", "identifier", "showHide")),
            Map.entry("img", Set.of("src", "alt")),
            Map.entry("setOutcomeValue", Set.of("identifier")),
            Map.entry("equal", Set.of("toleranceMode", "tolerance?")),
            Map.entry("variable", Set.of("identifier")),
            Map.entry("correct", Set.of("identifier")),
            Map.entry("mapResponse", Set.of("identifier")),
            Map.entry("baseValue", Set.of("baseType")));

    /** Of version 3.0 alone. */
    private static final Set<String> NEW_ATTRIBUTES = Set.of("use", "externalScored");

    private static final String MATHEMATICS = "http://www.w3.org/1998/Math/MathML";

    private QtiStructure() {}

    /** Requires of an element and of those in it that they are as the schema has them. */
    static void require(Element element, boolean isNew) {
        if (MATHEMATICS.equals(element.getNamespaceURI())) {
            assertThat(element.getLocalName()).isEqualTo("math");
            return;
        }
        assertThat(element.getNamespaceURI())
                .isEqualTo(
                        isNew
                                ? "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
                                : "http://www.imsglobal.org/xsd/imsqti_v2p1");
        String name = QtiVersion.plainElement(element.getLocalName());
        boolean isHtml = Set.of("div", "p", "ul", "li", "strong", "pre", "img").contains(name);
        assertThat(element.getLocalName().startsWith("qti-"))
                .as(element.getLocalName())
                .isEqualTo(isNew && !isHtml);
        String wrapped = isNew ? "contentBody" : STATIC;
        String children = name.equals("rubricBlock") || name.equals("modalFeedback") ? wrapped : CHILDREN.get(name);
        assertThat(children).as(name + " is an element that is known here").isNotNull();
        StringBuilder found = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                found.append(QtiVersion.plainElement(inside.getLocalName())).append(' ');
                require(inside, isNew);
            }
        }
        assertThat(found.toString()).as("in " + name).matches(pattern(children));
        attributes(element, name, isNew);
    }

    private static Pattern pattern(String children) {
        return Pattern.compile(
                children.replaceAll("[A-Za-z]+", "(?:$0_)").replace(" ", "").replace('_', ' '));
    }

    private static void attributes(Element element, String name, boolean isNew) {
        Set<String> known = ATTRIBUTES.getOrDefault(name, Set.of());
        Set<String> found = IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                .filter(attribute -> !attribute.startsWith("xmlns") && !attribute.startsWith("xsi:"))
                .map(attribute -> isNew ? QtiVersion.plainAttribute(attribute) : attribute)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = known.stream().filter(a -> !a.endsWith("?")).collect(Collectors.toSet());
        Set<String> allowed = known.stream().map(a -> a.replace("?", "")).collect(Collectors.toSet());
        assertThat(found).as(name).containsAll(needed).isSubsetOf(allowed);
        if (!isNew) {
            assertThat(found).doesNotContainAnyElementsOf(NEW_ATTRIBUTES);
        }
    }
}
