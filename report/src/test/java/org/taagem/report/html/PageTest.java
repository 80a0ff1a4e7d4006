package org.taagem.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PageTest {
    private static String html(Page page) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Everything of the page but ECharts, which is nobody's input and mentions addresses of its own. */
    private static String ours(String html) {
        return html.replace(PageAssets.scripts().get(0), "");
    }

    @Test
    void writeTo_hostileTexts_areNowhereMarkup() throws Exception {
        String html = html(SamplePage.page());
        String ours = ours(html);

        assertFalse(ours.contains("<script>document.title"), "a script got in");
        assertFalse(ours.contains("<img"), "an image got in");
        assertFalse(ours.contains("='harmed'"), "an unescaped quotation mark got in");
        assertEquals(PageAssets.scripts().size() + 1, found("<script", ours).size());
        assertEquals(PageAssets.scripts().size() + 1, found("</script", ours).size());
        assertTrue(ours.contains("&lt;/script&gt;&lt;script&gt;document.title=&#39;harmed&#39;"));
        assertTrue(ours.contains("\\u003C/script\\u003E"), "not escaped in JSON");
    }

    @Test
    void writeTo_any_allowsItsOwnScriptsAndNoNetwork() throws Exception {
        String html = html(SamplePage.page());
        String policy =
                found("Content-Security-Policy\" content=\"[^\"]*\"", html).get(0);
        assertTrue(policy.contains("default-src &#39;none&#39;;"), policy);
        for (String script : PageAssets.scripts()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertTrue(policy.contains("&#39;sha256-" + Base64.getEncoder().encodeToString(sum) + "&#39;"), policy);
            assertTrue(html.contains("<script>" + script + "</script>"));
            assertFalse(script.contains("</script"), "a script would end early");
        }
        assertEquals(List.of(), found("(src|href)=\"(?!#)[^\"]*\"", ours(html)));
    }

    @Test
    void writeTo_twice_givesTheSameBytes() throws Exception {
        assertEquals(html(SamplePage.page()), html(SamplePage.page()));
    }

    @Test
    void writeTo_table_alignsColumnsOfNumbers() throws Exception {
        Table table =
                new Table("t", List.of("key", "n", "m"), List.of(List.of("a", "1.5", "2"), List.of("b", "-", "x")));
        String html = html(new Page("p", "", List.of(new Section("s", "S", List.of(table)))));

        assertTrue(html.contains("<th scope=\"row\">a</th><td class=\"number\">1.5</td><td class=\"\">2</td></tr>"));
        assertTrue(html.contains("<th scope=\"row\">b</th><td class=\"number\">-</td><td class=\"\">x</td></tr>"));
    }

    @Test
    void writeTo_pageOfSeveral_hasAWayBack() throws Exception {
        Page page = new Page("a", "b", List.of());
        String link = "<li><a href=\"./\">&lt; All</a></li>";

        assertFalse(html(page).contains("<li>"));
        assertTrue(html(page.with(new Page.Link("./", "< All"))).contains(link));
    }

    @Test
    void write_noSuchFolder_saysSoInOneLine(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("page.html");
        IOException e = assertThrows(IOException.class, () -> PageFile.write(file, SamplePage.page()));
        assertEquals("cannot write '" + file + "': no such file or folder", e.getMessage());
    }

    @Test
    void write_folder_isRefused(@TempDir Path folder) {
        IOException e = assertThrows(IOException.class, () -> PageFile.write(folder, SamplePage.page()));
        assertEquals("cannot write '" + folder + "': it is a folder; expected the name of a file", e.getMessage());
    }

    @Test
    void write_file_holdsThePage(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.html");
        PageFile.write(file, SamplePage.page());
        assertEquals(html(SamplePage.page()), Files.readString(file));
    }

    @Test
    void images_valuesBeyondOne_shareOneScale() {
        Images images = Images.of(new ImageShape(1, 2), List.of(FeatureVector.of(0, 2), FeatureVector.of(1, -2)));
        assertArrayEquals(new byte[] {127 + 1 - 256, (byte) 255, (byte) 191, 0}, images.pixels());
    }

    @Test
    void images_threeChannels_areInterleaved() {
        Images images = Images.of(new ImageShape(1, 2, 3), List.of(FeatureVector.of(1, 0, 0, 1, 1, 1)));
        assertArrayEquals(new byte[] {-1, 0, -1, 0, -1, -1}, images.pixels());
    }

    @Test
    void parts_thatDoNotFit_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Section("Ünsafe\"", "t", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Table("", List.of("a"), List.of(List.of("1", "2"))));
        assertThrows(IllegalArgumentException.class, () -> new LineChart.Line("l", List.of(1.0), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new HeatMap(
                        new Names("", List.of("a")), new Names("", List.of()), Axis.of(""), List.of(List.of())));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PointCloud.Point(List.of(1.0, 2.0), 0, 0, 0, "two dimensions"));
    }
}
