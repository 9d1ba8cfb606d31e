package org.ansatz.figure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Label;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Pictures;
import org.ansatz.figure.Points;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole figures as they stand on a terminal; {@code -Dansatz.rewrite=true} writes them anew, to be looked at. */
final class TextFigureTest {

    private static final Path FOLDER = Path.of("src/test/resources/figures");

    private static final TextStyle BRAILLE = new TextStyle(70, 20, false, true);
    private static final TextStyle ASCII = new TextStyle(60, 18, false, false);

    private static String text(Figure figure, TextStyle style) {
        return String.join("\n", TextFigure.lines(figure, style)) + "\n";
    }

    @TestFactory
    Stream<DynamicTest> figuresLookAsTheyWereApproved() {
        Map<String, Figure> figures = Map.of(
                "curves", Pictures.curves(),
                "gap", Pictures.gap(),
                "dots", Pictures.dots(),
                "stems", Pictures.stems(),
                "map", Pictures.map(),
                "regions", Pictures.regions());
        return figures.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        dynamicTest(entry.getKey(), () -> compare(entry.getKey(), text(entry.getValue(), BRAILLE))),
                        dynamicTest(
                                entry.getKey() + " in ASCII",
                                () -> compare(entry.getKey() + "-ascii", text(entry.getValue(), ASCII)))));
    }

    private static void compare(String name, String found) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("ansatz.rewrite")) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    @Test
    void noLineIsWiderAndNoFigureHigherThanTheTerminal() {
        List<Figure> figures = new ArrayList<>(Pictures.all());
        figures.addAll(Pictures.odd());
        for (Figure figure : figures) {
            for (int width = 40; width <= 200; width += 7) {
                for (int height : new int[] {8, 9, 10, 11, 14, 24, 50}) {
                    for (boolean unicode : new boolean[] {true, false}) {
                        List<String> lines = TextFigure.lines(figure, new TextStyle(width, height, false, unicode));
                        String of = figure.title() + " at " + width + " × " + height;
                        assertThat(lines.size()).as(of).isLessThanOrEqualTo(height);
                        for (String line : lines) {
                            assertThat(Label.columns(line)).as(of + ": " + line).isLessThanOrEqualTo(width);
                            assertThat(line.chars().anyMatch(Character::isISOControl))
                                    .as(of)
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    @Test
    void asciiIsAscii() {
        for (Figure figure : Pictures.all()) {
            assertThat(text(figure, ASCII)).as(figure.title()).matches("[\\n -~]*");
        }
    }

    @Test
    void colourChangesNothingButTheColour() {
        for (Figure figure : Pictures.all()) {
            String plain = text(figure, BRAILLE);
            String coloured = text(figure, new TextStyle(70, 20, true, true));
            assertThat(coloured).as(figure.title()).contains("\u001b[");
            assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "").replaceAll(" +\n", "\n"))
                    .isEqualTo(plain);
        }
    }

    @Test
    void curvesThatEndInOnePlaceHaveTheirLettersBelowOneAnother() {
        List<String> lines = TextFigure.lines(Pictures.odd().get(2), BRAILLE);
        assertThat(lines.stream().filter(line -> line.endsWith(" a"))).hasSize(1);
        assertThat(lines.stream().filter(line -> line.endsWith(" b"))).hasSize(1);
    }

    @Test
    void aLetterThatIsTooWideIsReplaced() {
        Points points = Pictures.points(0, 1, 5, x -> x);
        List<Layer> layers = List.of(
                new Layer.Curve("漢", "one", points),
                new Layer.Curve("😀", "two", points),
                new Layer.Curve("a", "", points));
        Figure figure = new Figure("", Axis.of("", ""), Axis.of("", ""), layers, "");
        assertThat(figure.tags()).containsExactly("b", "c", "a");
    }

    @Test
    void aFortnightIsShownAsBars() {
        List<BarChart.Bar> days = List.of(
                new BarChart.Bar("today", 12),
                new BarChart.Bar("Tue", 0),
                new BarChart.Bar("Wed", 1),
                new BarChart.Bar("Thu", 5));
        assertThat(BarChart.lines(days, new TextStyle(40, 14, false, true)))
                .containsExactly(
                        "today ███████████████████████████████ 12", "Tue   0", "Wed   ██▋ 1", "Thu   ████████████▉ 5");
        assertThat(BarChart.lines(days, new TextStyle(40, 14, false, false)))
                .containsExactly(
                        "today ############################### 12", "Tue   0", "Wed   ### 1", "Thu   ############# 5");
        assertThat(BarChart.lines(List.of(new BarChart.Bar("Mon", 1)), new TextStyle(40, 2, false, true)))
                .containsExactly("Mon ████ 1");
    }
}
