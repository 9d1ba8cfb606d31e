package org.ansatz.exchange.qti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.ansatz.exchange.Formats;
import org.ansatz.exchange.Samples;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a platform finds in a content package, read by a parser of the JDK that knows nothing of the writer. */
final class QtiWriterTest {

    private static final XPath PATHS = XPathFactory.newInstance().newXPath();

    /** Samples of every interaction, one of them with pictures and a schematic. */
    private static List<Item> samples() {
        return List.of(
                pictured(),
                Samples.item(Samples.CLAIMS),
                Samples.item(Samples.NUMBER),
                Samples.item(Samples.PARTS),
                Samples.item(Samples.INTERVAL),
                Samples.item(Samples.FORMULA));
    }

    private static Item pictured() {
        return Samples.pictured(
                "networks/lamp#3",
                Samples.item(Samples.LAMP).title(),
                "a \"lamp\" & a switch",
                Map.of("difficulty", "2", "minutes", "3", "source", "GATE 2024"));
    }

    private static Exported written(String format, List<Item> items) {
        return Objects.requireNonNull(Formats.called(format)).write(items);
    }

    private static Map<String, byte[]> files(byte[] zip) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static Document parsed(byte @Nullable [] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(Objects.requireNonNull(xml)));
    }

    /** The item of a question, in version 2.1. */
    private static Document item(Item item) throws Exception {
        Map<String, byte[]> files = files(written("qti21", List.of(item)).bytes());
        String name = files.keySet().stream()
                .filter(file -> file.startsWith("q-"))
                .findFirst()
                .orElseThrow();
        return parsed(files.get(name));
    }

    /** What a path comes to, where names without a prefix are those of any namespace. */
    private static List<String> all(Document document, String path) throws Exception {
        String anywhere = path.replaceAll("(?<=/)([A-Za-z]\\w*)", "*[local-name()='$1']");
        NodeList nodes = (NodeList) PATHS.evaluate(anywhere, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }

    private static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    @ParameterizedTest
    @ValueSource(strings = {"qti", "qti21"})
    void everyFileIsInTheManifestAndTheManifestNamesNoOther(String format) throws Exception {
        Map<String, byte[]> files = files(written(format, samples()).bytes());
        Document manifest = parsed(files.get("imsmanifest.xml"));
        assertThat(files.keySet().iterator().next()).isEqualTo("imsmanifest.xml");
        List<String> named = all(manifest, "//file/@href");
        named.add("imsmanifest.xml");
        assertThat(named).containsExactlyInAnyOrderElementsOf(files.keySet());
        assertThat(all(manifest, "//resource/@href")).hasSize(6).isSubsetOf(files.keySet());
        assertThat(all(manifest, "//resource/@identifier"))
                .doesNotHaveDuplicates()
                .allMatch(identifier -> identifier.matches("[A-Za-z_][\\w-]*"));
        assertThat(Set.copyOf(all(manifest, "//resource/@type")))
                .containsExactly(format.equals("qti") ? "imsqti_item_xmlv3p0" : "imsqti_item_xmlv2p1");
        assertThat(all(manifest, "//metadata/schemaversion")).containsExactly(format.equals("qti") ? "3.0.0" : "1.0.0");
        assertThat(files.get("images/q-networks-lamp-3-1.png")).containsExactly(1, 2);
        assertThat(files.get("images/q-networks-lamp-3-2.png")).containsExactly(3, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qti", "qti21"})
    void itemsHaveTheStructureOfTheirSchema(String format) throws Exception {
        Map<String, byte[]> files = files(written(format, samples()).bytes());
        files.remove("imsmanifest.xml");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".xml")) {
                Element root = parsed(file.getValue()).getDocumentElement();
                QtiStructure.require(root, format.equals("qti"));
            }
        }
    }

    /** Both versions say the same: one without its prefixes and hyphens is the other. */
    @Test
    void theVersionsDifferInTheirNamesAlone() throws Exception {
        Map<String, byte[]> newer = files(written("qti", samples()).bytes());
        Map<String, byte[]> older = files(written("qti21", samples()).bytes());
        newer.remove("imsmanifest.xml");
        for (Map.Entry<String, byte[]> file : newer.entrySet()) {
            if (file.getKey().endsWith(".xml")) {
                List<String> names = new ArrayList<>();
                names(parsed(file.getValue()).getDocumentElement(), names);
                names.removeIf(name -> name.equals("contentBody"));
                List<String> plain = new ArrayList<>();
                names(parsed(older.get(file.getKey())).getDocumentElement(), plain);
                assertThat(names).isEqualTo(plain);
            }
        }
    }

    private static void names(Element element, List<String> names) {
        names.add(QtiVersion.plainElement(element.getLocalName()));
        elements(element).forEach(child -> names(child, names));
    }

    @Test
    void equalItemsMakeEqualBytes() {
        assertThat(written("qti", samples()).bytes())
                .isEqualTo(written("qti", samples()).bytes());
    }

    @Test
    void aChoiceHasItsPenaltyFeedbackHintsAndSolution() throws Exception {
        Document item = item(pictured());
        assertThat(all(item, "/assessmentItem/@title")).containsExactly("Lamp & switch");
        assertThat(all(item, "/assessmentItem/@label")).containsExactly("networks/lamp#3");
        assertThat(all(item, "//correctResponse/value")).containsExactly("A");
        assertThat(all(item, "//mapEntry/@mapKey")).containsExactly("A", "B", "C", "D");
        assertThat(all(item, "//mapEntry/@mappedValue"))
                .containsExactly("2", "-0.666666666667", "-0.666666666667", "-0.666666666667");
        assertThat(all(item, "//simpleChoice")).containsExactly("24 W", "2 W", "72 W", "12 W");
        assertThat(all(item, "//choiceInteraction/@shuffle")).containsExactly("true");
        assertThat(all(item, "//choiceInteraction/@maxChoices")).containsExactly("1");
        assertThat(all(item, "//modalFeedback/@identifier")).containsExactly("B", "C", "solution");
        assertThat(all(item, "//modalFeedback").get(0)).isEqualTo("It looks as if the current was given.");
        assertThat(all(item, "//modalFeedback/p/math/mrow/mfrac/mi")).containsExactly("U", "R");
        assertThat(all(item, "//itemBody//img/@alt")).containsExactly("a \"lamp\" & a switch");
        assertThat(all(item, "//modalFeedback//img/@src")).containsExactly("images/q-networks-lamp-3-2.png");
        assertThat(all(item, "//rubricBlock[@view='tutor']"))
                .containsExactly("Which current flows?", "Power is voltage times current.");
        assertThat(all(item, "//outcomeDeclaration[@identifier='MAXSCORE']//value"))
                .containsExactly("2");
    }

    @Test
    void severalRightOptionsAreRightTogether() throws Exception {
        Item claims = Samples.item(Samples.CLAIMS);
        Document item = item(claims);
        assertThat(all(item, "/*/responseDeclaration/@cardinality")).containsExactly("multiple");
        assertThat(all(item, "//correctResponse/value")).containsExactly("A", "C");
        assertThat(all(item, "//mapping")).isEmpty();
        assertThat(all(item, "//choiceInteraction/@maxChoices")).containsExactly("0");
        assertThat(all(item, "//responseIf/match/correct/@identifier")).containsExactly("RESPONSE");
        assertThat(written("qti", List.of(claims)).losses())
                .extracting(Loss::what)
                .anyMatch(what -> what.endsWith("together or not at all"));
    }

    @Test
    void aNumberIsRightWithinItsTolerance() throws Exception {
        Item number = Samples.item(Samples.NUMBER);
        Document item = item(number);
        assertThat(all(item, "//responseDeclaration/@baseType")).containsExactly("float");
        assertThat(all(item, "//correctResponse/value")).containsExactly("4.7");
        assertThat(all(item, "//responseIf/equal/@toleranceMode")).containsExactly("absolute");
        assertThat(all(item, "//responseIf/equal/@tolerance")).containsExactly("0.05000000005 0.05000000005");
        assertThat(all(item, "//responseIf/setOutcomeValue[@identifier='SCORE']/baseValue"))
                .containsExactly("1");
        assertThat(all(item, "//responseElseIf/equal/baseValue")).containsExactly("0.0047");
        assertThat(all(item, "//responseElseIf//multiple/baseValue"))
                .containsExactlyElementsOf(all(item, "//modalFeedback/@identifier"));
        assertThat(all(item, "//itemBody/p")).containsExactly("ms");
        assertThat(written("qti", List.of(number)).losses())
                .extracting(Loss::what)
                .anyMatch(what -> what.contains("without its unit"));
    }

    @Test
    void aPenaltyOnNumbersSparesWhoeverAnswersNothing() throws Exception {
        Document item = item(Samples.item(Samples.NUMBER, 0, Samples.strict()));
        assertThat(all(item, "//responseElse//baseValue")).containsExactly("-0.333333333333");
        assertThat(all(item, "//responseElseIf[*[local-name()='isNull']]//baseValue"))
                .containsExactly("0");
        assertThat(all(item, "//outcomeDeclaration/@normalMinimum")).containsExactly("-0.333333333333");
    }

    @Test
    void severalNumbersHaveAGapEach() throws Exception {
        Item parts = Samples.item(Samples.PARTS);
        Document item = item(parts);
        assertThat(all(item, "//textEntryInteraction/@responseIdentifier")).containsExactly("RESPONSE1", "RESPONSE2");
        assertThat(all(item, "//itemBody/p")).containsExactly("w =  krad/s", "Z =  ohm");
        assertThat(all(item, "//responseIf/and/equal/correct/@identifier")).containsExactly("RESPONSE1", "RESPONSE2");
    }

    @Test
    void whatQtiCannotAskForIsMarkedByAPersonWhoHasTheAnswer() throws Exception {
        Item formula = Samples.item(Samples.FORMULA);
        Document item = item(formula);
        assertThat(all(item, "//extendedTextInteraction")).hasSize(1);
        assertThat(all(item, "//rubricBlock[@view='scorer']").get(0)).contains("3*x^2");
        assertThat(written("qti", List.of(formula)).losses())
                .extracting(Loss::what)
                .anyMatch(what -> what.startsWith("a person marks it"));
    }

    @Test
    void itemsOfOneNameHaveFilesOfTheirOwn() throws Exception {
        Item item = Samples.item(Samples.LAMP);
        assertThat(files(written("qti", List.of(item, item, item)).bytes())).hasSize(4);
    }

    @Test
    void scriptIsTextAndNoMore() throws Exception {
        String hostile = Samples.LAMP.replace("Losses do **not** count.", "<script>alert(1)</script> ]]> &a;");
        Document item = item(Samples.item(hostile));
        assertThat(all(item, "//script")).isEmpty();
        assertThat(all(item, "//itemBody//li").get(0)).contains("<script>");
    }
}
