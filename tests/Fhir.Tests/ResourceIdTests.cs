namespace MonEspaceSante.Fhir.Tests;

public class ResourceIdTests
{
    private const string Id = "0123456789abcdef0123456789abcdefbbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb";

    [Fact]
    public void An_id_names_the_space_and_the_thing()
    {
        Assert.True(ResourceId.TryParse(Id, out var id));
        Assert.Equal(new ResourceId(World.Space, World.Sheet.LogicalId), id);
        Assert.Equal(Id, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdefBBBBBBBBBBBB4BBB8BBBBBBBBBBBBBBB")]
    [InlineData("0123456789ABCDEF0123456789abcdefbbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbb")]
    [InlineData("0123456789abcdef0123456789abcdefbbbbbbbbbbbb4bbb8bbbbbbbbbbbbbbg")]
    public void What_is_no_id_is_not_read(string? text) => Assert.False(ResourceId.TryParse(text, out _));
}
