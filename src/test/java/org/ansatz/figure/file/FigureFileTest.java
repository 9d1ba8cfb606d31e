package org.ansatz.figure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Pictures in files: sound, the same each time, and safe whatever a stranger wrote. */
final class FigureFileTest {

    @TempDir
    private Path folder;

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(Pictures.all());
        figures.addAll(Pictures.odd());
        return figures;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everySvgIsXmlWhoseOnlyTextIsTheTitleAndTheDescription() throws Exception {
        for (Figure figure : figures()) {
            Document document = parsed(FigureFile.svg(figure));
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(figure.title());
            assertThat(document.getElementsByTagName("text").getLength()).isZero();
            assertThat(document.getElementsByTagName("b").getLength()).isZero();
            assertThat(document.getElementsByTagName("path").getLength()).isPositive();
        }
    }

    @Test
    void theSameFigureGivesTheSameSvg() throws IOException {
        for (Figure figure : Pictures.all()) {
            assertThat(FigureFile.svg(figure)).isEqualTo(FigureFile.svg(figure));
        }
    }

    @Test
    void numbersOfAnSvgAreNumbers() throws IOException {
        for (Figure figure : figures()) {
            assertThat(FigureFile.svg(figure)).as(figure.title()).doesNotContain("NaN", "Infinity", "E");
        }
    }

    @Test
    void aPngShowsEachCurveInItsColour() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFile.png(Pictures.curves())));
        assertThat(image.getWidth()).isEqualTo(1920);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertThat(colours).contains(0x0072B2, 0xD55E00, 0x009E73, 0xFFFFFF);
    }

    @Test
    void nothingReachesTheEdgesOfTheSheet() throws IOException {
        for (Figure figure : Pictures.all()) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureFile.png(figure)));
            int width = image.getWidth();
            int height = image.getHeight();
            for (int edge = 0; edge < 6; edge++) {
                for (int at = 0; at < height; at++) {
                    assertThat(image.getRGB(edge, at) & 0xFFFFFF)
                            .as(figure.title())
                            .isEqualTo(0xFFFFFF);
                    assertThat(image.getRGB(width - 1 - edge, at) & 0xFFFFFF)
                            .as(figure.title())
                            .isEqualTo(0xFFFFFF);
                }
                for (int at = 0; at < width; at++) {
                    assertThat(image.getRGB(at, edge) & 0xFFFFFF)
                            .as(figure.title())
                            .isEqualTo(0xFFFFFF);
                    assertThat(image.getRGB(at, height - 1 - edge) & 0xFFFFFF)
                            .as(figure.title())
                            .isEqualTo(0xFFFFFF);
                }
            }
        }
    }

    @Test
    void everyFigureCanBeAPng() throws IOException {
        for (Figure figure : figures()) {
            assertThat(FigureFile.png(figure).length).as(figure.title()).isGreaterThan(1000);
        }
    }

    @Test
    void filesAreWritten() throws IOException {
        Path svg = folder.resolve("a.svg");
        Path png = folder.resolve("a.png");
        Files.writeString(svg, "what stood there before");
        FigureFile.svg(Pictures.map(), svg);
        FigureFile.png(Pictures.map(), png);
        assertThat(Files.readString(svg)).isEqualTo(FigureFile.svg(Pictures.map()));
        assertThat(ImageIO.read(png.toFile()).getHeight()).isEqualTo(1200);
    }

    @Test
    void aPathThatCannotBeWrittenIsSaidInASentence() {
        assertThatIOException()
                .isThrownBy(() -> FigureFile.svg(Pictures.gap(), folder.resolve("none/a.svg")))
                .withMessage("there is no folder " + folder.toAbsolutePath().resolve("none") + " to write a.svg into");
        assertThatIOException()
                .isThrownBy(() -> FigureFile.svg(Pictures.gap(), folder))
                .withMessage(folder + " is a folder; name a file");
        assertThatIOException()
                .isThrownBy(() -> FigureFile.svg(Pictures.gap(), Path.of("/proc/version")))
                .withMessageContaining("/proc/version");
    }
}
