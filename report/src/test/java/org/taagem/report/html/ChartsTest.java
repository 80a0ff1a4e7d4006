package org.taagem.report.html;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ChartsTest {
    private static final String HOSTILE = "\\u003C/script\\u003E\\u003Cscript\\u003Edocument.title=\\u0027harmed\\u0027"
            + "\\u003C/script\\u003E\\u0027\\\"\\u003E\\u003Cimg src=x onerror=alert(1)\\u003E";

    @Test
    void toJson_lines_keepsNumbersAndTellsGaps() {
        assertEquals(
                "{\"type\":\"line\",\"style\":\"lines\",\"x\":{\"name\":\"step\"},"
                        + "\"y\":{\"name\":\"accuracy\",\"least\":0,\"most\":1},\"lines\":["
                        + "{\"name\":\"task 1 " + HOSTILE + "\",\"x\":[1,2,3,4],\"y\":[0.2,0.35,null,0.5],"
                        + "\"band\":{\"name\":\"± 1 sd\",\"low\":[0.1,0.2,null,0.4],\"high\":[0.3,0.5,null,0.6]}},"
                        + "{\"name\":\"task 2\",\"x\":[3,4.5],\"y\":[0.25,\"Infinity\"]}],"
                        + "\"marks\":[{\"at\":2.5,\"label\":\"task 2 " + HOSTILE + "\"}]}",
                Charts.toJson(SamplePage.lines()));
    }

    @Test
    void toJson_heatMap_hasARowForEachName() {
        assertEquals(
                "{\"type\":\"heat\",\"columns\":{\"name\":\"tested on\",\"labels\":[\"task 1\",\"task 2\"]},"
                        + "\"rows\":{\"name\":\"after\",\"labels\":[\"task 1\",\"" + HOSTILE + "\"]},"
                        + "\"value\":{\"name\":\"accuracy\",\"least\":0,\"most\":1},\"values\":[[0.5,null],[0.25,1]]}",
                Charts.toJson(SamplePage.heat()));
    }

    @Test
    void toJson_bars_hasAValueForEachName() {
        assertEquals(
                "{\"type\":\"bars\",\"stacked\":false,\"x\":{\"name\":\"task\",\"labels\":[\"1\",\"" + HOSTILE + "\"]},"
                        + "\"y\":{\"name\":\"share\"},\"bars\":[{\"name\":\"forgetting\",\"values\":[0.25,-0.5]},"
                        + "{\"name\":\"BWT " + HOSTILE + "\",\"values\":[null,0.5]}]}",
                Charts.toJson(SamplePage.bars()));
    }

    @Test
    void toJson_points_haveTheirImages() {
        String point = "{\"at\":[1,0,0],\"colour\":0,\"symbol\":0,\"size\":1,\"label\":\"sample 7 " + HOSTILE + "\"}";
        assertEquals(
                "{\"type\":\"points\",\"colour\":\"cluster\",\"symbols\":[\"task 1\",\"task 2\"],\"size\":\"age\",\"views\":["
                        + "{\"name\":\"label 0\",\"note\":\"80 % of the variance\",\"points\":[" + point
                        + ",{\"at\":[0,1,0.5],\"colour\":1,\"symbol\":1,\"size\":0.5,\"label\":\"sample 8\"},"
                        + "{\"at\":[-1,0.5,0],\"colour\":1,\"symbol\":-1,\"size\":0,\"label\":\"sample 9\"}],"
                        + "\"images\":{\"width\":2,\"height\":1,\"channels\":1,\"pixels\":\"AP+AAP//\"}},"
                        + "{\"name\":\"label 1 " + HOSTILE + "\",\"note\":\"\",\"points\":[" + point + "]}]}",
                Charts.toJson(SamplePage.cloud()));
    }
}
