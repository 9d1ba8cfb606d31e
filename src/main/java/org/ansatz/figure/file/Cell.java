package org.ansatz.figure.file;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A filled rectangle around a point: a cell of a map. */
final class Cell extends Marker {

    private final double width;
    private final double height;

    Cell(double width, double height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        graphics.setStroke(new BasicStroke(0));
        graphics.fill(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
    }
}
