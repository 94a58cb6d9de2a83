using System.Text;
using System.Text.Json;
using MonEspaceSante.Domain.Kernel;

namespace MonEspaceSante.Domain.Tests;

public class JsonTextTests
{
    [Theory]
    [InlineData("""{"a": 70.10, "b":"été \u00e9 <p>"}""")]
    [InlineData("1e2")]
    [InlineData("[ ]")]
    public void A_text_comes_back_digit_for_digit(string text)
    {
        var kept = JsonText.Of(Encoding.UTF8.GetBytes(text));
        var json = JsonSerializer.Serialize(kept);
        Assert.Equal(text, json);
        Assert.Equal(kept, JsonSerializer.Deserialize<JsonText>(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("{a:1}")]
    public void What_is_not_one_value_is_not_taken_in(string text) => Assert.ThrowsAny<JsonException>(() => JsonText.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_nests_too_deep_to_be_read_back_is_not_taken_in()
    {
        Assert.NotEqual(default, JsonText.Of(Encoding.UTF8.GetBytes(Nested(JsonText.Deepest))));
        Assert.ThrowsAny<JsonException>(() => JsonText.Of(Encoding.UTF8.GetBytes(Nested(JsonText.Deepest + 1))));
    }

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}
